-- What is planned in this session, exercise by exercise? A row without an exercise says
-- that the session is empty. Uses workout_instances_pkey, prescriptions_pkey,
-- microcycles_pkey. Called by store/session_plan.py.
SELECT
    i.status, i.prescribed_at, c.target_rir AS week_rir, l.status AS log_status,
    p.exercise_id, p.position, p.target_sets, p.projected_sets, p.target_reps,
    p.target_reps_min, p.target_reps_max, p.target_weight, p.weight_unit, p.target_rir,
    p.superset, p.swap, p.because, p.rule_id
FROM workout_instances i
JOIN microcycles c ON c.user_id = $1 AND c.id = i.microcycle_id
LEFT JOIN workout_logs l ON l.user_id = $1 AND l.id = i.id
LEFT JOIN prescriptions p ON p.user_id = $1 AND p.workout_instance_id = i.id
WHERE i.user_id = $1 AND i.id = $2
ORDER BY p.position, p.exercise_id
