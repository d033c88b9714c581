-- What were the latest hard sets of each of these exercises? At most 60 sets each;
-- warm-ups, doubtful sets and those that follow a set without rest stay out.
-- Uses sets_user_id_exercise_id_performed_at_ix, workout_logs_pkey.
-- Called by store/history.py.
SELECT s.exercise_id, s.workout_log_id, l.local_date, s.weight, s.weight_unit, s.reps,
       s.rir, s.load_kind, l.body_weight_kg
FROM unnest($2::bigint[]) AS wanted (exercise_id)
CROSS JOIN LATERAL (
    SELECT t.exercise_id, t.workout_log_id, t.performed_at, t.set_number, t.weight,
           t.weight_unit, t.reps, t.rir, t.load_kind
    FROM sets t
    WHERE t.user_id = $1 AND t.exercise_id = wanted.exercise_id
      AND t.set_type IN ('working', 'failure') AND t.reps > 0
      AND t.flag IS DISTINCT FROM 'to_confirm'
    ORDER BY t.performed_at DESC
    LIMIT 60
) s
JOIN workout_logs l ON l.user_id = $1 AND l.id = s.workout_log_id
ORDER BY s.exercise_id, l.local_date, s.workout_log_id, s.performed_at, s.set_number
