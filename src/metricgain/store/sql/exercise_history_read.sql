-- What was ever lifted in an exercise, newest first, after a cursor? A single row with
-- no set says that the exercise is there. Uses exercises_pkey, workout_logs_pkey,
-- user_preferences_pkey, sets_user_id_exercise_id_performed_at_ix and sync_state_pkey.
-- Called by store/log_screens.py.
SELECT
    e.name, e.load_kind AS usual_load_kind, e.body_weight_factor,
    y.revision, s.id, s.workout_log_id, l.local_date, l.is_deload, s.set_number,
    s.weight, s.weight_unit, s.reps, s.rir, s.set_type, s.load_kind, s.seconds, s.note,
    s.flag, s.performed_at, coalesce(l.body_weight_kg, p.body_weight_kg) AS body_weight_kg
FROM exercises e
LEFT JOIN sync_state y ON y.user_id = $1
LEFT JOIN user_preferences p ON p.user_id = $1
LEFT JOIN LATERAL (
    SELECT *
    FROM sets x
    WHERE x.user_id = $1 AND x.exercise_id = $2
      AND (
          $3::timestamptz IS NULL
          OR (x.performed_at, x.workout_log_id, x.id) < ($3, $4::uuid, $5::int)
      )
    ORDER BY x.performed_at DESC, x.workout_log_id DESC, x.id DESC
    LIMIT $6
) s ON true
LEFT JOIN workout_logs l ON l.user_id = $1 AND l.id = s.workout_log_id
WHERE e.id = $2
ORDER BY s.performed_at DESC, s.workout_log_id DESC, s.id DESC
