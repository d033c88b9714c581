-- Keep the performance score of each muscle, and forget those of muscles that this
-- workout does not train any more. Uses user_muscle_group_metrics_pkey.
-- Called by store/outcomes.py.
WITH gone AS (
    DELETE FROM user_muscle_group_metrics m
    WHERE m.user_id = $1 AND m.workout_log_id = $2
      AND m.metric_name = 'performance_score' AND m.muscle <> ALL($3::text[])
)
INSERT INTO user_muscle_group_metrics
    (user_id, workout_log_id, muscle, muscle_group, metric_name, value)
SELECT $1, $2, new.muscle, new.muscle_group, 'performance_score', new.value
FROM unnest($3::text[], $4::text[], $5::float8[]) AS new (muscle, muscle_group, value)
ON CONFLICT (user_id, workout_log_id, muscle, metric_name)
DO UPDATE SET value = EXCLUDED.value
