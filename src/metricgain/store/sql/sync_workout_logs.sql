-- What are these workouts, as they were done? Uses workout_logs_pkey.
-- Called by store/sync_rows.py.
SELECT
    id, workout_instance_id, workout_id, mesocycle_id, week_number, name, performed_at,
    local_date, status, started_at, completed_at, is_deload, body_weight_kg::float8,
    notes, notes_made_at AS edited_at, source, revision
FROM workout_logs
WHERE user_id = $1 AND id = ANY($2::uuid[])
