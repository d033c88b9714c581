-- What happened to the installation since a moment, newest first?
-- Reads the few rows there are. Called by store/audit.py.
SELECT i.id, i.at, i.event, i.about_user, u.email
FROM instance_events i
LEFT JOIN users u ON u.id = i.about_user
WHERE i.at >= $1
ORDER BY i.at DESC, i.id DESC
LIMIT $2
