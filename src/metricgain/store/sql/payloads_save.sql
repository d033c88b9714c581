-- Keep the words that rows were read from. Uses whoop_payloads_pkey.
-- Called by store/recovery.py.
INSERT INTO whoop_payloads (user_id, source, kind, source_id, raw_data_compressed)
SELECT $1, $2, new.*
FROM unnest($3::text[], $4::text[], $5::bytea[]) AS new
ON CONFLICT (user_id, kind, source, source_id) DO UPDATE
SET raw_data_compressed = EXCLUDED.raw_data_compressed
