-- Add or renew one built-in template, keeping how often it was used. A user who drew
-- its id for a template of their own keeps that.
-- Uses templates_pkey. Called by store/catalogue.py.
INSERT INTO templates (id, name, description, is_system, config, tags)
VALUES ($1, $2, $3, true, $4, $5)
ON CONFLICT (id) DO UPDATE SET
    name = EXCLUDED.name,
    description = EXCLUDED.description,
    config = EXCLUDED.config,
    tags = EXCLUDED.tags
WHERE templates.is_system
