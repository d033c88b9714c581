-- Note what happened to the installation. Writes instance_events.
-- Called by store/audit.py.
INSERT INTO instance_events (id, at, event, about_user) VALUES ($1, $2, $3, $4)
