-- How many bytes does each table take with its indexes?
-- Reads the catalogs of PostgreSQL. Called by store/monitoring.py.
SELECT c.relname AS name, pg_total_relation_size(c.oid) AS bytes
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
ORDER BY c.relname
