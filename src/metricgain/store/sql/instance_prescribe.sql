-- Note that a planned session is prescribed. Uses workout_instances_pkey.
-- Called by store/outcomes.py.
UPDATE workout_instances i
SET prescribed_at = coalesce(i.prescribed_at, $3), revision = $4, updated_at = $3
WHERE i.user_id = $1 AND i.id = $2
