-- Start a workout, planned or free; one that was skipped or deleted before lives again.
-- On which day was it, if it was there?
-- Uses workout_logs_pkey, workout_instances_pkey, workouts_pkey, deleted_rows_pkey.
-- Called by store/logs.py.
WITH before AS (
    SELECT l.local_date FROM workout_logs l WHERE l.user_id = $1 AND l.id = $2::uuid
), revived AS (
    DELETE FROM deleted_rows
    WHERE user_id = $1 AND kind = 'workout_logs' AND key = $2::uuid::text
), scheduled AS (
    UPDATE workout_instances SET status = 'scheduled', revision = $8
    WHERE user_id = $1 AND id = $3 AND status = 'skipped'
)
INSERT INTO workout_logs (
    user_id, id, workout_instance_id, workout_id, mesocycle_id, week_number, is_deload,
    name, started_at, performed_at, local_date, body_weight_kg, created_at, updated_at,
    revision
)
SELECT
    u.id, $2::uuid, i.id, i.workout_id, i.mesocycle_id, i.week_number,
    coalesce(i.is_deload, false), coalesce($4::varchar, w.name), $5::timestamptz,
    $5::timestamptz, $6::date, $7::numeric, $9::timestamptz, $9::timestamptz, $8::bigint
FROM users u
LEFT JOIN workout_instances i ON i.user_id = $1 AND i.id = $3::uuid
LEFT JOIN workouts w ON w.user_id = $1 AND w.id = i.workout_id
WHERE u.id = $1
ON CONFLICT (user_id, id) DO UPDATE SET
    status = EXCLUDED.status,
    started_at = EXCLUDED.started_at,
    performed_at = EXCLUDED.performed_at,
    local_date = EXCLUDED.local_date,
    completed_at = EXCLUDED.completed_at,
    body_weight_kg = EXCLUDED.body_weight_kg,
    updated_at = EXCLUDED.updated_at,
    revision = EXCLUDED.revision
RETURNING
    id, workout_instance_id, name, status, started_at, completed_at, performed_at,
    local_date, week_number, is_deload, body_weight_kg, notes, notes_made_at,
    updated_at, revision, (SELECT before.local_date FROM before) AS was_on
