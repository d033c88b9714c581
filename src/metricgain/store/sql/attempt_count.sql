-- How often was this tried since the window began, this time included?
-- Uses sign_in_attempts_pkey. Called by store/attempts.py.
INSERT INTO sign_in_attempts AS a (key, failures, since) VALUES ($1, 1, $2)
ON CONFLICT (key) DO UPDATE SET
    failures = CASE WHEN a.since <= $3 THEN 1 ELSE a.failures + 1 END,
    since = CASE WHEN a.since <= $3 THEN EXCLUDED.since ELSE a.since END
RETURNING failures, since
