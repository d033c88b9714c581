-- What does this proposal say, and may its session still change?
-- Uses plan_proposals_pkey and workout_instances_pkey. Called by store/proposals.py.
SELECT p.id, p.workout_instance_id, p.exercise_id, p.old_sets, p.new_sets,
       p.old_weight, p.new_weight, p.weight_unit, p.old_reps, p.new_reps, p.because,
       p.status,
       i.status = 'scheduled' AND NOT EXISTS (
           SELECT FROM workout_logs l WHERE l.user_id = $1 AND l.id = i.id
       ) AS is_open
FROM plan_proposals p
JOIN workout_instances i ON i.user_id = $1 AND i.id = p.workout_instance_id
WHERE p.user_id = $1 AND p.id = $2
