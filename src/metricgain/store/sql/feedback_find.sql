-- What is answered about a muscle group in this log, itself and by its muscles, and
-- which earlier completed log trained it last? Uses workout_logs_pkey,
-- muscle_group_feedback_pkey, muscle_feedback_pkey, exercise_muscles_pkey, sets_pkey and
-- workout_logs_user_id_local_date_ix. Called by store/feedback.py.
SELECT
    f.muscle_group, f.soreness_level, f.about_log_id, f.pump_level, f.challenge_level,
    f.soreness_recorded_at, f.performance_recorded_at, fine.answers, before.id AS before
FROM workout_logs l
LEFT JOIN muscle_group_feedback f
    ON f.user_id = $1 AND f.workout_log_id = l.id AND f.muscle_group = $3
LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object(
        'muscle', m.muscle, 'soreness', m.soreness_level, 'pump', m.pump_level,
        'challenge', m.challenge_level, 'soreness_at', m.soreness_recorded_at,
        'performance_at', m.performance_recorded_at
    ))::text AS answers
    FROM muscle_feedback m
    WHERE m.user_id = $1 AND m.workout_log_id = $2 AND m.muscle = ANY ($4)
) fine ON true
LEFT JOIN LATERAL (
    SELECT b.id
    FROM workout_logs b
    WHERE b.user_id = $1 AND b.status = 'completed' AND b.local_date <= l.local_date
      AND (b.performed_at, b.id) < (l.performed_at, l.id)
      AND EXISTS (
          SELECT
          FROM sets s
          JOIN exercise_muscles x
              ON x.exercise_id = s.exercise_id AND x.contribution = 1
          WHERE s.user_id = $1 AND s.workout_log_id = b.id
            AND s.set_type <> 'warmup' AND x.muscle = ANY ($4)
      )
    ORDER BY b.local_date DESC, b.performed_at DESC, b.id DESC
    LIMIT 1
) before ON true
WHERE l.user_id = $1 AND l.id = $2
