-- Forget what happened to accounts before a moment.
-- Reads all users: nothing is kept for longer, whoever it is about.
-- Uses no index, once a night. Called by store/audit.py.
DELETE FROM audit_events WHERE at < $1
