-- Forget the names that an import taught, unless the user has changed them since or sets
-- of the app still lie under their exercises. Uses exercise_links_pkey,
-- sets_user_id_exercise_id_performed_at_ix, workout_logs_pkey, deleted_rows_pkey.
-- Called by store/undoing.py.
WITH gone AS (
    DELETE FROM exercise_links AS k
    WHERE k.user_id = $1 AND k.app = $2 AND k.raw_name = ANY($3::text[])
        AND k.revision = $4
        AND NOT EXISTS (
            SELECT FROM sets AS s
            JOIN workout_logs AS l
                ON l.user_id = $1 AND l.user_id = s.user_id AND l.id = s.workout_log_id
            WHERE s.user_id = $1 AND s.exercise_id = k.exercise_id AND l.source = $2
        )
    RETURNING k.raw_name
), tombstones AS (
    INSERT INTO deleted_rows (user_id, kind, key, made_at, revision)
    SELECT $1, 'exercise_links', $2 || '/' || g.raw_name, $5, $6 FROM gone AS g
    ON CONFLICT (user_id, kind, key) DO UPDATE
    SET made_at = EXCLUDED.made_at, revision = EXCLUDED.revision
)
SELECT count(*)::int FROM gone
