-- Which changes of the plan are offered? Uses plan_proposals_pkey.
-- Called by store/proposals.py.
SELECT p.id, p.workout_log_id, p.workout_instance_id, p.exercise_id,
       e.name AS exercise_name, i.scheduled_on, w.name AS workout_name, p.old_sets,
       p.new_sets, p.old_weight, p.new_weight, p.weight_unit, p.old_reps, p.new_reps,
       p.because, p.status, p.created_at
FROM plan_proposals p
JOIN exercises e ON e.id = p.exercise_id
JOIN workout_instances i ON i.user_id = $1 AND i.id = p.workout_instance_id
JOIN workouts w ON w.user_id = $1 AND w.id = i.workout_id
WHERE p.user_id = $1 AND p.status = 'open'
ORDER BY i.scheduled_on, p.workout_instance_id, p.exercise_id
