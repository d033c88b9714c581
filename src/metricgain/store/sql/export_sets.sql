-- Every set of a user over time, with its exercise and what was answered about its
-- muscle group. What counts, and for how much, is the same as in stats_recompute.sql.
-- Uses workout_logs_user_id_local_date_ix, sets_pkey, exercises_pkey,
-- user_preferences_pkey, muscle_group_feedback_pkey. Called by store/exporting.py.
SELECT
    s.workout_log_id, s.exercise_id, e.user_id IS NOT NULL AS is_own, e.name,
    e.muscle_group, l.mesocycle_id, l.week_number, l.local_date, s.performed_at,
    s.set_number, s.set_type, s.weight, s.weight_unit, s.reps, s.rir,
    g.load_g, l.is_deload, s.flag IS NOT DISTINCT FROM 'to_confirm' AS is_doubtful,
    s.set_type <> 'warmup' AND (s.reps >= 1 OR coalesce(s.seconds, 0) >= 1 AND e.is_timed)
        AND (s.rir IS NULL OR s.rir <= 4) AS is_working,
    f.soreness_level, f.pump_level, f.challenge_level
FROM workout_logs l
LEFT JOIN user_preferences p ON p.user_id = $1
JOIN sets s ON s.user_id = $1 AND s.workout_log_id = l.id
JOIN exercises e ON e.id = s.exercise_id
LEFT JOIN muscle_group_feedback f
    ON f.user_id = $1 AND f.workout_log_id = l.id AND f.muscle_group = e.muscle_group
CROSS JOIN LATERAL (
    SELECT
        CASE s.weight_unit WHEN 'lb' THEN 0.45359237 * s.weight ELSE s.weight END AS kg,
        e.body_weight_factor
        * coalesce(l.body_weight_kg, p.body_weight_kg, $2::numeric) AS own
) w
CROSS JOIN LATERAL (
    SELECT round(1000 * CASE coalesce(s.load_kind, e.load_kind)
        WHEN 'external' THEN w.kg
        WHEN 'assisted' THEN greatest(0, w.own - w.kg)
        ELSE w.own + w.kg
    END)::int AS load_g
) g
WHERE l.user_id = $1 AND l.status <> 'skipped'
ORDER BY l.local_date, s.performed_at, s.workout_log_id, s.id
