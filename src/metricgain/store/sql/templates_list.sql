-- Which templates can a block start from? Uses templates_user_id_ix, and reads the few
-- built-in ones. Called by store/templates.py.
SELECT t.id, t.name, t.description, t.tags, t.is_system, t.times_used,
       t.config
FROM templates t
WHERE t.user_id IS NULL OR t.user_id = $1
ORDER BY t.is_system, t.name, t.id
