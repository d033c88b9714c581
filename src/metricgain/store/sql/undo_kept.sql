-- Which workouts of an import hold something of the user's own by now: sets, answers or
-- notes? Uses workout_logs_pkey, sets_pkey, muscle_group_feedback_pkey,
-- muscle_feedback_pkey and exercise_feedback_pkey. Called by store/undoing.py.
SELECT l.id, l.name, l.local_date, (
    SELECT count(*)::int FROM sets AS s
    WHERE s.user_id = $1 AND s.workout_log_id = l.id
) AS sets
FROM workout_logs AS l
WHERE l.user_id = $1 AND l.id = ANY($2::uuid[]) AND (
    (l.notes_made_at IS NOT NULL AND l.notes <> '')
    OR EXISTS (
        SELECT FROM sets AS s WHERE s.user_id = $1 AND s.workout_log_id = l.id
    )
    OR EXISTS (
        SELECT FROM muscle_group_feedback AS f
        WHERE f.user_id = $1 AND f.workout_log_id = l.id
    )
    OR EXISTS (
        SELECT FROM muscle_feedback AS f
        WHERE f.user_id = $1 AND f.workout_log_id = l.id
    )
    OR EXISTS (
        SELECT FROM exercise_feedback AS f
        WHERE f.user_id = $1 AND f.workout_log_id = l.id
    )
)
ORDER BY l.local_date, l.id
