-- What happened to an account before the event $2, newest first?
-- Uses audit_events_pkey. Called by store/audit.py.
SELECT e.id, e.at, e.event, e.subject, e.device, e.network
FROM audit_events e
WHERE e.user_id = $1 AND ($2::uuid IS NULL OR e.id < $2::uuid)
ORDER BY e.id DESC
LIMIT $3
