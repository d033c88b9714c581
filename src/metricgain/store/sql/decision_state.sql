-- What was decided for a muscle after this workout, what does the lifter want instead,
-- and can the session that it is for still be changed? A later workout of the block may
-- have decided the same again. Uses progression_decisions_pkey, workout_instances_pkey,
-- workout_logs_pkey, prescriptions_pkey. Called by store/overriding.py.
SELECT d.kind, d.to_instance_id, d.override, d.overridden_at,
       t.status IS DISTINCT FROM 'scheduled' OR EXISTS (
           SELECT FROM workout_logs l
           WHERE l.user_id = $1 AND l.id = d.to_instance_id
       ) AS has_begun,
       EXISTS (
           SELECT FROM prescriptions p
           WHERE p.user_id = $1 AND p.workout_instance_id = d.to_instance_id
             AND p.rule_id IN ('D2', 'D3')
       ) AS is_after_break,
       EXISTS (
           SELECT FROM workout_instances o
           JOIN progression_decisions e
               ON e.user_id = $1 AND e.workout_log_id = o.id AND e.muscle = d.muscle
              AND e.to_instance_id = d.to_instance_id
           WHERE o.user_id = $1 AND o.mesocycle_id = f.mesocycle_id
             AND (o.week_number, o.position) > (f.week_number, f.position)
       ) AS is_replaced
FROM progression_decisions d
JOIN workout_instances f ON f.user_id = $1 AND f.id = d.workout_log_id
LEFT JOIN workout_instances t ON t.user_id = $1 AND t.id = d.to_instance_id
WHERE d.user_id = $1 AND d.workout_log_id = $2 AND d.muscle = $3
