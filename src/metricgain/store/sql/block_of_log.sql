-- What is this workout log, and which block and session does it belong to?
-- Uses workout_logs_pkey, workout_instances_pkey, mesocycles_pkey and
-- mesocycle_emphasis_pkey. Called by store/deciding.py.
SELECT l.id, l.status, l.local_date, l.workout_instance_id, l.started_at, l.completed_at,
       i.mesocycle_id, i.week_number, i.position, i.is_deload,
       i.status AS instance_status, m.duration_weeks,
       (SELECT jsonb_object_agg(e.muscle, e.emphasis)
        FROM mesocycle_emphasis e
        WHERE e.user_id = $1 AND e.mesocycle_id = i.mesocycle_id) AS emphasis
FROM workout_logs l
LEFT JOIN workout_instances i
    ON i.user_id = $1 AND i.id = l.workout_instance_id
LEFT JOIN mesocycles m ON m.user_id = $1 AND m.id = i.mesocycle_id
WHERE l.user_id = $1 AND l.id = $2
