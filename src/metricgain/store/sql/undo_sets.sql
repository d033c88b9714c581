-- Take away the sets that an import brought and nobody has changed since; tell how many,
-- of which workouts, and on which days these were. The workouts themselves follow.
-- Uses sets_pkey, workout_logs_pkey, deleted_rows_pkey. Called by store/undoing.py.
WITH gone AS (
    DELETE FROM sets AS s
    USING unnest($2::uuid[], $3::int[]) AS brought (log_id, id)
    WHERE s.user_id = $1 AND s.workout_log_id = ANY($2::uuid[])
        AND s.workout_log_id = brought.log_id AND s.id = brought.id
        AND s.edited_at IS NULL
    RETURNING s.workout_log_id, s.id
), touched AS (
    UPDATE workout_logs AS l SET revision = $4
    WHERE l.user_id = $1 AND l.id IN (SELECT g.workout_log_id FROM gone AS g)
)
SELECT g.workout_log_id, array_agg(g.id) AS ids FROM gone AS g GROUP BY 1
