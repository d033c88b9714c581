-- What came of the last session of one muscle earlier in the block, and is this one a
-- recovery session of it? One row. Uses workout_instances_pkey,
-- workout_instances_user_id_mesocycle_id_week_number_position_key,
-- user_muscle_group_metrics_pkey, progression_decisions_pkey.
-- Called by store/deciding_one_by_one.py.
SELECT
    (
        SELECT count(*) FROM progression_decisions d
        WHERE d.user_id = $1 AND d.to_instance_id = $2 AND d.muscle = $3
          AND d.kind = 'recover'
    ) > 0 AS is_recovering,
    before.id AS log_id, before.was_recovery, before.consecutive_misses
FROM (VALUES (1)) AS one
LEFT JOIN (
    SELECT
        i.id, EXISTS (
            SELECT FROM progression_decisions r
            WHERE r.user_id = $1 AND r.to_instance_id = i.id AND r.muscle = $3
              AND r.kind = 'recover'
        ) AS was_recovery, (
            SELECT d.consecutive_misses FROM progression_decisions d
            WHERE d.user_id = $1 AND d.workout_log_id = i.id AND d.muscle = $3
        ) AS consecutive_misses
    FROM workout_instances here
    JOIN workout_instances i
        ON i.user_id = $1 AND i.mesocycle_id = here.mesocycle_id
        AND i.status = 'completed' AND (
            i.week_number < here.week_number
            OR i.week_number = here.week_number AND i.position < here.position
        )
    JOIN user_muscle_group_metrics s
        ON s.user_id = $1 AND s.workout_log_id = i.id AND s.muscle = $3
        AND s.metric_name = 'performance_score'
    WHERE here.user_id = $1 AND here.id = $2
    ORDER BY i.week_number DESC, i.position DESC
    LIMIT 1
) before ON true
