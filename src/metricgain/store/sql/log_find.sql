-- Is this workout logged, planned or deleted, and which time zone does its user live
-- in? Uses workout_logs_pkey, workout_instances_pkey, workouts_pkey, deleted_rows_pkey,
-- archived_mesocycles_pkey. Called by store/logs.py.
SELECT
    u.timezone, d.made_at AS deleted_at, i.id AS planned_id,
    l.id, l.workout_instance_id, l.name, l.status, l.started_at, l.completed_at,
    l.performed_at, l.local_date, l.week_number, l.is_deload, l.body_weight_kg,
    l.notes, l.notes_made_at, l.updated_at, l.revision,
    EXISTS (
        SELECT FROM archived_mesocycles a
        WHERE a.user_id = $1 AND a.mesocycle_id = l.mesocycle_id AND a.body IS NOT NULL
    ) AS is_archived
FROM users u
LEFT JOIN workout_logs l ON l.user_id = $1 AND l.id = $2::uuid
LEFT JOIN workout_instances i ON i.user_id = $1 AND i.id = $2::uuid
LEFT JOIN deleted_rows d
    ON d.user_id = $1 AND d.kind = 'workout_logs' AND d.key = $2::uuid::text
WHERE u.id = $1
