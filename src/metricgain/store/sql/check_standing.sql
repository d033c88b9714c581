-- Who are we, what do we own, which tables are unguarded, in which parts do sets lie,
-- and what time is it there?
-- Reads the catalogs of PostgreSQL. Called by store/checking.py.
SELECT current_setting('server_version') AS version,
    r.rolsuper OR r.rolbypassrls AS is_strong,
    (
        SELECT count(*) FROM pg_class c
        WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p')
    ) AS owns,
    ARRAY(
        SELECT c.relname::text FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
          AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
          AND c.relname <> 'alembic_version'
        ORDER BY c.relname
    ) AS unguarded,
    ARRAY(
        SELECT c.relname::text
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'sets'::regclass
    ) AS parts,
    clock_timestamp() AS clock
FROM pg_roles r
WHERE r.rolname = current_user
