-- What is in one template, built in or the user's own? Uses templates_pkey.
-- Called by store/templates.py.
SELECT t.id, t.name, t.description, t.tags, t.is_system, t.times_used,
       t.config
FROM templates t
WHERE t.id = $2 AND (t.user_id IS NULL OR t.user_id = $1)
