-- Whose turn is it to make an account? One at a time, so that only one is the first.
-- Called by store/accounts.py.
SELECT pg_advisory_xact_lock(hashtext('metricgain accounts'))
