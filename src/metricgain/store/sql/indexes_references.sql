-- Which foreign keys look their rows up without an index that begins with one of their
-- columns, so that deleting what they point to reads the whole table?
-- Reads the catalogs of PostgreSQL. Called by store/indexes.py.
SELECT
    t.relname AS table_name, k.conname AS name, r.relname AS referenced,
    ARRAY(
        SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS x (number, place)
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = x.number
        ORDER BY x.place
    ) AS columns
FROM pg_constraint k
JOIN pg_class t ON t.oid = k.conrelid
JOIN pg_class r ON r.oid = k.confrelid
WHERE k.contype = 'f' AND t.relnamespace = current_schema()::regnamespace
  AND t.relkind = 'r'
  AND NOT EXISTS (
      SELECT FROM pg_index i
      WHERE i.indrelid = k.conrelid AND i.indkey[0] = ANY(k.conkey)
        AND i.indpred IS NULL
  )
ORDER BY t.relname, k.conname
