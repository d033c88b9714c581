-- When are these planned workouts, and what became of them? Uses
-- workout_instances_pkey. Called by store/sync_rows.py.
SELECT
    id, mesocycle_id, microcycle_id, workout_id, week_number, position, scheduled_on,
    status, is_deload, prescribed_at, revision
FROM workout_instances
WHERE user_id = $1 AND id = ANY($2::uuid[])
