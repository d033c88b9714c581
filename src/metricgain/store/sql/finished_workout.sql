-- What did this finished workout decide, and what does it change?
-- Uses workout_logs_pkey, progression_decisions_pkey and prescriptions_pkey.
-- Called by store/deciding.py.
SELECT l.id, l.status, l.completed_at, l.duration_minutes, l.workout_instance_id,
       i.mesocycle_id, i.week_number, m.status AS mesocycle_status,
       (SELECT count(*) FROM sets s
        WHERE s.user_id = $1 AND s.workout_log_id = l.id
          AND s.set_type <> 'warmup') AS sets,
       (SELECT coalesce(sum(
            s.reps * s.weight
            * CASE s.weight_unit WHEN 'lb' THEN 0.45359237 ELSE 1 END), 0)
        FROM sets s
        WHERE s.user_id = $1 AND s.workout_log_id = l.id
          AND s.set_type <> 'warmup') AS volume_kg,
       (SELECT jsonb_agg(to_jsonb(d) - 'user_id' ORDER BY d.muscle)
        FROM progression_decisions d
        WHERE d.user_id = $1 AND d.workout_log_id = l.id) AS decisions,
       (SELECT jsonb_agg(jsonb_build_object(
                   'workout_instance_id', n.id, 'workout_name', w.name,
                   'scheduled_on', n.scheduled_on, 'week_number', n.week_number,
                   'is_deload', n.is_deload, 'exercise_id', p.exercise_id,
                   'exercise_name', e.name, 'position', p.position,
                   'target_sets', p.target_sets, 'target_reps', p.target_reps,
                   'target_weight', p.target_weight::text,
                   'weight_unit', p.weight_unit, 'target_rir', p.target_rir,
                   'because', p.because, 'rule_id', p.rule_id, 'swap', p.swap
               ) ORDER BY n.week_number, n.position, p.position)
        FROM workout_instances n
        JOIN workouts w ON w.user_id = $1 AND w.id = n.workout_id
        JOIN prescriptions p ON p.user_id = $1 AND p.workout_instance_id = n.id
        JOIN exercises e ON e.id = p.exercise_id
        WHERE n.user_id = $1 AND p.target_sets IS NOT NULL AND n.id IN (
            SELECT d.to_instance_id FROM progression_decisions d
            WHERE d.user_id = $1 AND d.workout_log_id = l.id
        )) AS next
FROM workout_logs l
LEFT JOIN workout_instances i ON i.user_id = $1 AND i.id = l.workout_instance_id
LEFT JOIN mesocycles m ON m.user_id = $1 AND m.id = i.mesocycle_id
WHERE l.user_id = $1 AND l.id = $2
