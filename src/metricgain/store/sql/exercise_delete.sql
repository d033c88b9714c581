-- Delete an exercise of the user's own that was never used, leaving a tombstone.
-- Uses exercises_pkey, deleted_rows_pkey. Called by store/exercises.py.
WITH tombstone AS (
    INSERT INTO deleted_rows (user_id, kind, key, made_at, revision)
    VALUES ($1, 'exercises', $2::bigint::text, $3, $4)
    ON CONFLICT (user_id, kind, key) DO UPDATE
    SET made_at = EXCLUDED.made_at, revision = EXCLUDED.revision
)
DELETE FROM exercises WHERE user_id = $1 AND id = $2::bigint
