-- How large is each table, and how many rows have scans of the whole of it read?
-- Reads the catalogs of PostgreSQL. Called by store/indexes.py.
SELECT s.relname AS name, pg_relation_size(s.relid) AS bytes, s.seq_scan AS scans,
    s.seq_tup_read AS rows_read
FROM pg_stat_user_tables s
WHERE s.schemaname = current_schema()
ORDER BY s.relname
