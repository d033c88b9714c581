-- How many bytes does each table take with its indexes? One that is split counts with
-- its parts. Reads the catalogs of PostgreSQL. Called by store/monitoring.py.
SELECT
    coalesce(pg_partition_root(c.oid), c.oid)::regclass::text AS name,
    sum(pg_total_relation_size(c.oid))::bigint AS bytes
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
GROUP BY 1
ORDER BY 1
