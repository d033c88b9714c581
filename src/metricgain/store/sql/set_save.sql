-- Add a set or write over it; one that was deleted before lives again.
-- Uses sets_pkey, workout_logs_pkey, deleted_rows_pkey. Called by store/sets.py.
WITH touched AS (
    UPDATE workout_logs
    SET revision = $16, updated_at = greatest(
        CASE WHEN updated_at <= $18::timestamptz THEN updated_at END,
        $17::timestamptz
    )
    WHERE user_id = $1 AND id = $2::uuid
), revived AS (
    DELETE FROM deleted_rows
    WHERE user_id = $1 AND kind = 'sets'
      AND key = $2::uuid::text || '/' || $3::int::text
)
INSERT INTO sets (
    user_id, workout_log_id, id, exercise_id, set_number, weight, weight_unit, reps,
    rir, set_type, load_kind, seconds, note, flag, performed_at, edited_at
) VALUES (
    $1, $2::uuid, $3::int, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
    $15::timestamptz, nullif($17::timestamptz, $15::timestamptz)
)
ON CONFLICT (user_id, workout_log_id, id) DO UPDATE SET
    exercise_id = EXCLUDED.exercise_id,
    set_number = EXCLUDED.set_number,
    weight = EXCLUDED.weight,
    weight_unit = EXCLUDED.weight_unit,
    reps = EXCLUDED.reps,
    rir = EXCLUDED.rir,
    set_type = EXCLUDED.set_type,
    load_kind = EXCLUDED.load_kind,
    seconds = EXCLUDED.seconds,
    note = EXCLUDED.note,
    flag = EXCLUDED.flag,
    edited_at = EXCLUDED.edited_at
