-- How many accounts are there? One row of each, in a table that every node holds.
-- Called by store/monitoring.py.
SELECT count(*)
FROM users
