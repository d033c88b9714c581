-- How many templates of their own has a user? Uses templates_user_id_ix.
-- Called by store/templates.py.
SELECT count(*) FROM templates WHERE user_id = $1 AND NOT is_system
