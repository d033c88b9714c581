-- When was this set last written, when was it deleted, and what is it now?
-- Uses users_pkey, sets_pkey, deleted_rows_pkey. Called by store/sets.py.
SELECT
    s.id, s.workout_log_id, s.exercise_id, s.set_number, s.weight, s.weight_unit,
    s.reps, s.rir, s.set_type, s.load_kind, s.seconds, s.note, s.flag, s.performed_at,
    s.edited_at, d.made_at AS deleted_at
FROM users u
LEFT JOIN sets s ON s.user_id = $1 AND s.workout_log_id = $2::uuid AND s.id = $3::int
LEFT JOIN deleted_rows d
    ON d.user_id = $1 AND d.kind = 'sets'
    AND d.key = $2::uuid::text || '/' || $3::int::text
WHERE u.id = $1
