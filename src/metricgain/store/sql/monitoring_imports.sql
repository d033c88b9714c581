-- How many imports were there from each app? Reads all users: a few rows of each.
-- Called by store/monitoring.py.
SELECT app, count(*) AS times
FROM imports
GROUP BY app
ORDER BY app
