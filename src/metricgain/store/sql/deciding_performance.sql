-- How did each exercise of this workout go against its targets, and what was answered?
-- Uses workout_logs_pkey, sets_pkey, prescriptions_pkey and the feedback keys.
-- Called by store/deciding_data.py.
WITH log AS (
    SELECT l.id, l.workout_instance_id, l.body_weight_kg
    FROM workout_logs l
    WHERE l.user_id = $1 AND l.id = $2
), done AS (
    SELECT s.exercise_id,
           jsonb_agg(
               jsonb_build_object(
                   'weight', s.weight, 'unit', s.weight_unit, 'reps', s.reps,
                   'rir', s.rir, 'set_type', s.set_type, 'load_kind', s.load_kind
               ) ORDER BY s.set_number, s.performed_at, s.id
           ) AS sets
    FROM sets s
    WHERE s.user_id = $1 AND s.workout_log_id = $2 AND s.set_type <> 'warmup'
      AND s.reps > 0
    GROUP BY s.exercise_id
), planned AS (
    SELECT p.exercise_id, p.target_sets, p.target_reps, p.target_weight,
           p.weight_unit, p.target_rir, p.is_recovery
    FROM prescriptions p
    JOIN log ON p.workout_instance_id = log.workout_instance_id
    WHERE p.user_id = $1
), answers AS (
    SELECT jsonb_object_agg(
               f.muscle_group,
               jsonb_build_array(f.soreness_level, f.pump_level, f.challenge_level)
           ) AS by_group
    FROM muscle_group_feedback f
    WHERE f.user_id = $1 AND f.workout_log_id = $2
), finer_answers AS (
    SELECT jsonb_object_agg(
               f.muscle,
               jsonb_build_array(f.soreness_level, f.pump_level, f.challenge_level)
           ) AS by_muscle
    FROM muscle_feedback f
    WHERE f.user_id = $1 AND f.workout_log_id = $2
)
SELECT coalesce(planned.exercise_id, done.exercise_id) AS exercise_id,
       planned.target_sets, planned.target_reps, planned.target_weight,
       planned.weight_unit, planned.target_rir,
       coalesce(planned.is_recovery, false) AS is_recovery, done.sets, pain.joint_pain,
       log.body_weight_kg, answers.by_group, finer_answers.by_muscle
FROM planned
FULL JOIN done ON done.exercise_id = planned.exercise_id
CROSS JOIN log
CROSS JOIN answers
CROSS JOIN finer_answers
LEFT JOIN exercise_feedback pain
    ON pain.user_id = $1 AND pain.workout_log_id = $2
   AND pain.exercise_id = coalesce(planned.exercise_id, done.exercise_id)
