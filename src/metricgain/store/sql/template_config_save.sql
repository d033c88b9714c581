-- Replace the plan of a template of the user's own. Uses templates_pkey.
-- Called by store/templates.py.
UPDATE templates SET config = $3, updated_at = $4 WHERE id = $2 AND user_id = $1
