-- Forget what happened to the installation before a moment.
-- Reads the few rows there are. Called by store/audit.py.
DELETE FROM instance_events WHERE at < $1
