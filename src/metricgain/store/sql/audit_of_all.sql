-- What happened to all accounts since a moment, newest first?
-- Reads all users: the owner of the installation asks; what is about people's own
-- devices and names is left out. Uses users_pkey. Called by store/audit.py.
SELECT e.id, e.at, e.event, e.user_id AS about_user, u.email
FROM audit_events e
JOIN users u ON u.id = e.user_id
WHERE e.at >= $1
ORDER BY e.at DESC, e.id DESC
LIMIT $2
