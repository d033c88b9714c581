-- Add or replace a template of the user's own. Uses templates_pkey.
-- Called by store/templates.py.
INSERT INTO templates (
    id, user_id, name, description, is_system, config, tags, created_at, updated_at
) VALUES ($2, $1, $3, $4, false, $5, $6, $7, $7)
ON CONFLICT (id) DO UPDATE SET
    name = EXCLUDED.name,
    description = EXCLUDED.description,
    config = EXCLUDED.config,
    tags = EXCLUDED.tags,
    updated_at = EXCLUDED.updated_at
WHERE templates.user_id = EXCLUDED.user_id
