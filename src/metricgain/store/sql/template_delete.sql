-- Delete a template of the user's own. Uses templates_pkey.
-- Called by store/templates.py.
DELETE FROM templates WHERE id = $2 AND user_id = $1
