-- One workout as a screen shows it: the log, its sets, its answers, the targets beside.
-- Uses workout_logs_pkey, sets_pkey, exercises_pkey, prescriptions_pkey,
-- exercise_feedback_pkey, muscle_group_feedback_pkey, muscle_feedback_pkey,
-- workout_instances_pkey. Called by store/log_screens.py.
SELECT
    l.id, l.workout_instance_id, l.mesocycle_id, l.week_number, l.name, l.status,
    l.local_date, l.performed_at, l.started_at, l.completed_at, l.duration_minutes,
    l.is_deload, l.body_weight_kg, l.notes, l.source,
    greatest(l.revision, i.revision) AS revision,
    (
        SELECT jsonb_agg(jsonb_build_object(
            'id', s.id, 'exercise_id', s.exercise_id, 'set_number', s.set_number,
            'weight', s.weight, 'weight_unit', s.weight_unit, 'reps', s.reps,
            'rir', s.rir, 'set_type', s.set_type, 'load_kind', s.load_kind,
            'seconds', s.seconds, 'distance_m', s.distance_m, 'note', s.note,
            'flag', s.flag, 'performed_at', s.performed_at
        ) ORDER BY s.performed_at, s.set_number, s.id)::text
        FROM sets s
        WHERE s.user_id = $1 AND s.workout_log_id = $2
    ) AS sets,
    (
        SELECT jsonb_agg(jsonb_build_object(
            'exercise_id', t.exercise_id, 'position', t.position,
            'target_sets', coalesce(t.target_sets, t.projected_sets),
            'target_reps', t.target_reps, 'target_reps_min', t.target_reps_min,
            'target_reps_max', t.target_reps_max, 'target_weight', t.target_weight,
            'weight_unit', t.weight_unit, 'target_rir', t.target_rir,
            'superset', t.superset, 'because', t.because
        ) ORDER BY t.position, t.exercise_id)::text
        FROM prescriptions t
        WHERE t.user_id = $1 AND t.workout_instance_id = l.workout_instance_id
    ) AS targets,
    (
        SELECT jsonb_agg(jsonb_build_object(
            'id', e.id, 'name', e.name, 'muscle_group', e.muscle_group
        ) ORDER BY e.id)::text
        FROM exercises e
        WHERE e.id IN (
            SELECT s.exercise_id FROM sets s
            WHERE s.user_id = $1 AND s.workout_log_id = $2
            UNION
            SELECT t.exercise_id FROM prescriptions t
            WHERE t.user_id = $1 AND t.workout_instance_id = $2
            UNION
            SELECT f.exercise_id FROM exercise_feedback f
            WHERE f.user_id = $1 AND f.workout_log_id = $2
        )
    ) AS exercises,
    (
        SELECT jsonb_agg(jsonb_build_object(
            'muscle_group', f.muscle_group, 'soreness', f.soreness_level,
            'about_log_id', f.about_log_id, 'pump', f.pump_level,
            'challenge', f.challenge_level
        ) ORDER BY f.muscle_group)::text
        FROM muscle_group_feedback f
        WHERE f.user_id = $1 AND f.workout_log_id = $2
    ) AS group_feedback,
    (
        SELECT jsonb_agg(jsonb_build_object(
            'muscle', f.muscle, 'soreness', f.soreness_level, 'pump', f.pump_level,
            'challenge', f.challenge_level
        ) ORDER BY f.muscle)::text
        FROM muscle_feedback f
        WHERE f.user_id = $1 AND f.workout_log_id = $2
    ) AS muscle_feedback,
    (
        SELECT jsonb_agg(jsonb_build_object(
            'exercise_id', f.exercise_id, 'joint_pain', f.joint_pain, 'note', f.note
        ) ORDER BY f.exercise_id)::text
        FROM exercise_feedback f
        WHERE f.user_id = $1 AND f.workout_log_id = $2
    ) AS exercise_feedback
FROM workout_logs l
LEFT JOIN workout_instances i ON i.user_id = $1 AND i.id = l.workout_instance_id
WHERE l.user_id = $1 AND l.id = $2
