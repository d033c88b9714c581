-- Leave tombstones of sets whose workouts stay. Uses deleted_rows_pkey.
-- Called by store/undoing.py.
INSERT INTO deleted_rows (user_id, kind, key, made_at, revision)
SELECT $1, 'sets', key, $3, $4 FROM unnest($2::text[]) AS made (key)
ON CONFLICT (user_id, kind, key) DO UPDATE
SET made_at = EXCLUDED.made_at, revision = EXCLUDED.revision
