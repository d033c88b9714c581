-- Add or change a planned workout. Uses workout_instances_pkey. Called by
-- store/mesocycles.py.
INSERT INTO workout_instances (
    user_id, id, mesocycle_id, microcycle_id, workout_id, week_number, position,
    scheduled_on, is_deload, prescribed_at, created_at, updated_at, revision
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12)
ON CONFLICT (user_id, id) DO UPDATE SET
    is_deload = EXCLUDED.is_deload,
    scheduled_on = EXCLUDED.scheduled_on,
    prescribed_at = EXCLUDED.prescribed_at,
    updated_at = EXCLUDED.updated_at,
    revision = EXCLUDED.revision
