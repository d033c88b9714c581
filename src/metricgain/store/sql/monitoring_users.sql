-- How many accounts are there? Uses users_pkey.
-- Called by store/monitoring.py.
SELECT count(*)
FROM users
