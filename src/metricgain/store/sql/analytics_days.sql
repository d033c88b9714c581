-- Which days were trained on, and how much? What counts, and for how much, is the same
-- as in stats_recompute.sql. Uses workout_logs_user_id_local_date_ix, sets_pkey,
-- exercises_pkey, user_preferences_pkey. Called by store/past/kept.py.
SELECT
    l.local_date AS day, count(DISTINCT l.id) AS workouts, count(*) AS sets,
    sum(g.load_g::bigint * s.reps) / 1000 AS volume
FROM workout_logs l
LEFT JOIN user_preferences p ON p.user_id = $1
JOIN sets s ON s.user_id = $1 AND s.workout_log_id = l.id
JOIN exercises e ON e.id = s.exercise_id
CROSS JOIN LATERAL (
    SELECT
        CASE s.weight_unit WHEN 'lb' THEN 0.45359237 * s.weight ELSE s.weight END AS kg,
        e.body_weight_factor
        * coalesce(l.body_weight_kg, p.body_weight_kg, $4::numeric) AS own
) w
CROSS JOIN LATERAL (
    SELECT round(1000 * CASE coalesce(s.load_kind, e.load_kind)
        WHEN 'external' THEN w.kg
        WHEN 'assisted' THEN greatest(0, w.own - w.kg)
        ELSE w.own + w.kg
    END)::int AS load_g
) g
WHERE l.user_id = $1 AND l.local_date BETWEEN $2::date AND $3::date
  AND l.status <> 'skipped' AND s.set_type <> 'warmup'
  AND (s.reps >= 1 OR s.seconds >= 1 AND e.is_timed)
  AND (s.rir IS NULL OR s.rir <= 4)
GROUP BY l.local_date
ORDER BY l.local_date
