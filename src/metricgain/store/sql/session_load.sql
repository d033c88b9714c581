-- What is planned for one workout? Uses workout_instances_pkey, workouts_pkey,
-- mesocycles_pkey, workout_logs_pkey, prescriptions_pkey.
-- Called by store/block_screens.py.
SELECT jsonb_build_object(
    'id', i.id, 'workout_id', i.workout_id, 'microcycle_id', i.microcycle_id,
    'mesocycle_id', i.mesocycle_id, 'mesocycle_name', m.name, 'name', w.name,
    'week_number', i.week_number, 'position', i.position,
    'scheduled_on', i.scheduled_on, 'status', i.status, 'is_deload', i.is_deload,
    'prescribed_at', i.prescribed_at, 'log_status', l.status, 'revision', i.revision,
    'exercises', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
            'exercise_id', p.exercise_id, 'target_sets', p.target_sets,
            'projected_sets', p.projected_sets, 'reps', p.target_reps,
            'rep_min', p.target_reps_min, 'rep_max', p.target_reps_max,
            'weight', p.target_weight::text, 'unit', p.weight_unit,
            'rir', p.target_rir, 'superset', p.superset, 'swap', p.swap,
            'full_sets', p.full_sets, 'is_recovery', p.is_recovery,
            'done_sets', p.done_sets, 'because', p.because, 'rule_id', p.rule_id
        ) ORDER BY p.position)
        FROM prescriptions p
        WHERE p.user_id = $1 AND p.workout_instance_id = i.id
    ), '[]')
) AS session
FROM workout_instances i
JOIN mesocycles m ON m.user_id = $1 AND m.id = i.mesocycle_id
JOIN workouts w ON w.user_id = $1 AND w.id = i.workout_id
LEFT JOIN workout_logs l ON l.user_id = $1 AND l.id = i.id
WHERE i.user_id = $1 AND i.id = $2
