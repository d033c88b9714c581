-- Note what happened to an account. Writes audit_events. Called by store/audit.py.
INSERT INTO audit_events (user_id, id, at, event, subject, device, network)
VALUES ($1, $2, $3, $4, $5, $6, $7)
