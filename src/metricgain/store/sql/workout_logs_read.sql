-- Which workouts lie within these days, newest first, after a cursor? Uses
-- workout_logs_user_id_local_date_ix, sets_pkey. Called by store/log_screens.py.
SELECT
    l.id, l.workout_instance_id, l.mesocycle_id, l.week_number, l.name, l.status,
    l.local_date, l.performed_at, l.started_at, l.completed_at, l.duration_minutes,
    l.is_deload, coalesce(done.sets, 0) AS sets, coalesce(done.exercises, 0) AS exercises
FROM workout_logs l
LEFT JOIN LATERAL (
    SELECT
        count(*) FILTER (WHERE s.set_type <> 'warmup') AS sets,
        count(DISTINCT s.exercise_id) AS exercises
    FROM sets s
    WHERE s.user_id = $1 AND s.workout_log_id = l.id
) done ON true
WHERE l.user_id = $1
  AND l.local_date BETWEEN coalesce($2::date, '-infinity') AND coalesce($3::date, 'infinity')
  AND ($4::date IS NULL OR (l.local_date, l.performed_at, l.id) < ($4, $5::timestamptz, $6::uuid))
ORDER BY l.local_date DESC, l.performed_at DESC, l.id DESC
LIMIT $7
