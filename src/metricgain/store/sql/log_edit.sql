-- Write a log's own fields. Uses workout_logs_pkey. Called by store/logs.py.
UPDATE workout_logs SET
    name = $3, notes = $4, started_at = $5, performed_at = $6, local_date = $7,
    completed_at = $8, body_weight_kg = $9, notes_made_at = $10,
    updated_at = greatest(updated_at, $10), revision = $11
WHERE user_id = $1 AND id = $2
RETURNING
    id, workout_instance_id, name, status, started_at, completed_at, performed_at,
    local_date, week_number, is_deload, body_weight_kg, notes, notes_made_at,
    updated_at, revision
