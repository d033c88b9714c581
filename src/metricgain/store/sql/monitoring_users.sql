-- How many accounts are there? Reads all users: one row of each.
-- Called by store/monitoring.py.
SELECT count(*)
FROM users
