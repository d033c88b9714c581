-- Write a log's own fields, and tell on which day it was before.
-- Uses workout_logs_pkey. Called by store/logs.py.
UPDATE workout_logs l SET
    name = $3, notes = $4, started_at = $5, performed_at = $6, local_date = $7,
    completed_at = $8, body_weight_kg = $9, notes_made_at = $10,
    updated_at = greatest(
        CASE WHEN l.updated_at <= $12::timestamptz THEN l.updated_at END, $10
    ), revision = $11
FROM workout_logs old
WHERE l.user_id = $1 AND l.id = $2 AND old.user_id = $1 AND old.id = $2
RETURNING
    l.id, l.workout_instance_id, l.name, l.status, l.started_at, l.completed_at,
    l.performed_at, l.local_date, l.week_number, l.is_deload, l.body_weight_kg, l.notes,
    l.notes_made_at, l.updated_at, l.revision, old.local_date AS was_on
