-- Put a planned workout on another day, or skip it, or plan it again.
-- Uses workout_instances_pkey. Called by store/editing.py.
UPDATE workout_instances SET scheduled_on = $3, status = $4, revision = $5
WHERE user_id = $1 AND id = $2
