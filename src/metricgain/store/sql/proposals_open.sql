-- Which changes of the plan are offered, and why does the number of sets change? For
-- that count the latest decisions about the muscles that the exercise trains directly.
-- Uses plan_proposals_pkey, progression_decisions_pkey and exercise_muscles_pkey.
-- Called by store/proposals.py.
SELECT p.id, p.workout_log_id, p.workout_instance_id, p.exercise_id,
       e.name AS exercise_name, i.scheduled_on, w.name AS workout_name, p.old_sets,
       p.new_sets, p.old_weight, p.new_weight, p.weight_unit, p.old_reps, p.new_reps,
       p.because, why.sets_because, p.status, p.created_at
FROM plan_proposals p
JOIN exercises e ON e.id = p.exercise_id
JOIN workout_instances i ON i.user_id = $1 AND i.id = p.workout_instance_id
JOIN workouts w ON w.user_id = $1 AND w.id = i.workout_id
LEFT JOIN LATERAL (
    SELECT string_agg(latest.because, ' ' ORDER BY latest.muscle) AS sets_because
    FROM (
        SELECT DISTINCT ON (d.muscle)
               d.muscle, concat_ws(' ', d.because, d.cap_reason) AS because
        FROM progression_decisions d
        JOIN workout_logs l
            ON l.user_id = $1 AND l.id = d.workout_log_id
           AND l.mesocycle_id = i.mesocycle_id
        JOIN exercise_muscles m
            ON m.exercise_id = p.exercise_id AND m.muscle = d.muscle
           AND m.contribution = 1
        WHERE d.user_id = $1 AND d.to_instance_id = p.workout_instance_id
        ORDER BY d.muscle, l.started_at DESC
    ) latest
    WHERE p.old_sets IS DISTINCT FROM p.new_sets
) why ON true
WHERE p.user_id = $1 AND p.status = 'open'
ORDER BY i.scheduled_on, p.workout_instance_id, p.exercise_id
