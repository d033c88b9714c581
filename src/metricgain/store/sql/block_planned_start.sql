-- Begin a block that a program holds. Uses mesocycles_pkey. Called by
-- store/starting.py.
UPDATE mesocycles
SET status = 'active', start_date = $3, end_date = $4, updated_at = $5, revision = $6
WHERE user_id = $1 AND id = $2 AND status = 'planned'
