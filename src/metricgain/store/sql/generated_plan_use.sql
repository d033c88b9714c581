-- What was made under a key, and count that it is used. Uses generated_plans_pkey.
-- Called by store/generated_plans.py.
UPDATE generated_plans
SET hits = hits + 1, used_at = now()
WHERE user_id = $1 AND key = $2
RETURNING made
