-- What was done, set by set in the order of time, with what belongs to each workout?
-- Uses workout_logs_user_id_local_date_ix, sets_pkey, exercises_pkey, mesocycles_pkey,
-- users_pkey. Called by store/exporting.py.
SELECT
    l.id AS log_id, coalesce(l.name, '') AS workout, l.local_date,
    coalesce(l.started_at, l.performed_at) AS started_at,
    extract(epoch FROM l.completed_at - l.started_at)::int AS lasted,
    coalesce(l.notes, '') AS notes, l.body_weight_kg, l.week_number,
    coalesce(m.name, '') AS block, u.timezone,
    s.exercise_id, e.name AS exercise, e.muscle_group, s.set_number, s.set_type,
    s.weight, s.weight_unit, s.reps, s.rir, s.seconds, s.distance_m,
    coalesce(s.note, '') AS note, s.flag IS NOT DISTINCT FROM 'to_confirm' AS to_confirm
FROM workout_logs l
JOIN users u ON u.id = $1
JOIN sets s ON s.user_id = $1 AND s.workout_log_id = l.id
JOIN exercises e ON e.id = s.exercise_id
LEFT JOIN mesocycles m ON m.user_id = $1 AND m.id = l.mesocycle_id
WHERE l.user_id = $1 AND l.status <> 'skipped'
ORDER BY l.local_date, coalesce(l.started_at, l.performed_at), l.id,
    s.performed_at, s.set_number, s.id
