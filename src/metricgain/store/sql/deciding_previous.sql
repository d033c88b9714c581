-- What came of the last session of each muscle, and of the last hard exposure of each
-- exercise, earlier in the same block? One row each.
-- Uses workout_instances_pkey, prescriptions_pkey and the keys of scores and decisions.
-- Called by store/deciding_data.py.
WITH here AS (
    SELECT i.id, i.mesocycle_id, i.week_number, i.position
    FROM workout_instances i
    WHERE i.user_id = $1 AND i.id = $2
), before AS MATERIALIZED (
    SELECT i.id, i.week_number, i.position, i.is_deload, i.status
    FROM here
    JOIN workout_instances i
        ON i.mesocycle_id = here.mesocycle_id
       AND (i.week_number, i.position) < (here.week_number, here.position)
    WHERE i.user_id = $1
), earlier AS (
    SELECT b.* FROM before b WHERE b.status = 'completed'
), recoveries AS MATERIALIZED (
    -- Decisions stay in their block. By way of its sessions, the other decisions of
    -- the user need not be looked at.
    SELECT d.to_instance_id, d.muscle
    FROM before b
    JOIN progression_decisions d ON d.workout_log_id = b.id AND d.kind = 'recover'
    WHERE d.user_id = $1
), muscles AS (
    SELECT DISTINCT ON (m.muscle)
           m.muscle, d.consecutive_misses, e.id AS log_id, EXISTS (
               SELECT FROM recoveries r
               WHERE r.to_instance_id = e.id AND r.muscle = m.muscle
           ) AS was_recovery
    FROM earlier e
    JOIN user_muscle_group_metrics m
        ON m.workout_log_id = e.id AND m.metric_name = 'performance_score'
    LEFT JOIN progression_decisions d
        ON d.user_id = $1 AND d.workout_log_id = e.id AND d.muscle = m.muscle
    WHERE m.user_id = $1
    ORDER BY m.muscle, e.week_number DESC, e.position DESC
), recovering AS (
    SELECT r.muscle FROM here JOIN recoveries r ON r.to_instance_id = here.id
), exposures AS (
    SELECT DISTINCT ON (p.exercise_id)
           p.exercise_id, p.exposure_e1rm_kg, p.smoothed_e1rm_kg
    FROM earlier e
    JOIN prescriptions p ON p.workout_instance_id = e.id
    WHERE p.user_id = $1 AND NOT e.is_deload AND NOT p.is_recovery
      AND p.exposure_e1rm_kg IS NOT NULL
    ORDER BY p.exercise_id, e.week_number DESC, e.position DESC
)
SELECT
    (SELECT jsonb_agg(to_jsonb(muscles)) FROM muscles) AS muscles,
    (SELECT jsonb_agg(recovering.muscle) FROM recovering) AS recovering,
    (SELECT jsonb_agg(to_jsonb(exposures)) FROM exposures) AS exposures
