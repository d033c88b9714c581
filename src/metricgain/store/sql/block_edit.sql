-- Change a block's name and description. Uses mesocycles_pkey. Called by
-- store/editing.py.
UPDATE mesocycles SET name = $3, description = $4, updated_at = $5, revision = $6
WHERE user_id = $1 AND id = $2
