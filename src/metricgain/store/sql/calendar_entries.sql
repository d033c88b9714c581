-- Which workouts were done since a day, and which are planned? A planned one has the id
-- of its log, so it is shown once. Uses workout_logs_user_id_local_date_ix, sets_pkey,
-- workout_instances_pkey, prescriptions_pkey, mesocycles_pkey, workouts_pkey,
-- exercises_pkey. Called by store/calendar.py.
SELECT
    l.id, coalesce(l.name, w.name, '') AS name, coalesce(m.name, '') AS block,
    l.week_number, l.local_date AS day, l.started_at, l.completed_at,
    l.status = 'completed' AS is_done, l.updated_at,
    ARRAY(
        SELECT count(*) || ' × ' || e.name
        FROM sets s JOIN exercises e ON e.id = s.exercise_id
        WHERE s.user_id = $1 AND s.workout_log_id = l.id AND s.set_type <> 'warmup'
        GROUP BY e.id
        ORDER BY min(s.performed_at), e.name
    ) AS exercises
FROM workout_logs l
LEFT JOIN workouts w ON w.user_id = $1 AND w.id = l.workout_id
LEFT JOIN mesocycles m ON m.user_id = $1 AND m.id = l.mesocycle_id
WHERE l.user_id = $1 AND l.local_date >= $2 AND l.status <> 'skipped'
UNION ALL
SELECT
    i.id, w.name, m.name, i.week_number, i.scheduled_on, NULL, NULL, false,
    i.updated_at,
    ARRAY(
        SELECT coalesce(p.target_sets, p.projected_sets) || ' × ' || e.name
            || ', ' || p.target_reps_min || '–' || p.target_reps_max
        FROM prescriptions p JOIN exercises e ON e.id = p.exercise_id
        WHERE p.user_id = $1 AND p.workout_instance_id = i.id
        ORDER BY p.position, e.name
    )
FROM mesocycles m
JOIN workout_instances i ON i.user_id = $1 AND i.mesocycle_id = m.id
JOIN workouts w ON w.user_id = $1 AND w.id = i.workout_id
WHERE m.user_id = $1 AND m.status IN ('active', 'planned') AND i.status = 'scheduled'
    AND i.scheduled_on >= $2
    AND NOT EXISTS (
        SELECT FROM workout_logs l WHERE l.user_id = $1 AND l.id = i.id
    )
ORDER BY day, id
