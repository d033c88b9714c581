-- Which indexes are there, how large, how often scanned, and how large would they be
-- if they were written anew? Lengths are those of an entry without its key columns'
-- alignment. Reads the catalogs of PostgreSQL. Called by store/indexes.py.
SELECT
    t.relname AS table_name, c.relname AS name, pg_get_indexdef(c.oid) AS definition,
    i.indisunique AS is_unique, i.indisprimary AS is_primary,
    c.relispartition AS is_part,
    pg_get_expr(i.indpred, i.indrelid) AS predicate,
    ARRAY(
        SELECT pg_get_indexdef(c.oid, k.place::int, false)
            || ' ' || i.indclass[k.place - 1] || ' ' || i.indoption[k.place - 1]
        FROM generate_series(1, i.indnkeyatts) AS k (place)
    ) AS keys,
    pg_relation_size(c.oid) AS bytes, coalesce(s.idx_scan, 0) AS scans,
    greatest(c.reltuples, 0)::bigint AS entries,
    (
        SELECT coalesce(sum(CASE
            WHEN a.attlen > 0 THEN a.attlen
            ELSE coalesce(w.avg_width, 16)
        END), 0)::int
        FROM pg_attribute a
        LEFT JOIN pg_stats w
            ON w.schemaname = n.nspname AND w.tablename = t.relname
           AND w.attname = a.attname
        WHERE a.attrelid = c.oid AND a.attnum > 0
    ) AS key_bytes
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_class t ON t.oid = i.indrelid
JOIN pg_namespace n ON n.oid = t.relnamespace
JOIN pg_am m ON m.oid = c.relam
LEFT JOIN pg_stat_user_indexes s ON s.indexrelid = c.oid
WHERE n.nspname = current_schema() AND m.amname = 'btree' AND t.relkind = 'r'
ORDER BY t.relname, c.relname
