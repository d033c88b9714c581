-- How many jobs of each kind are in each state?
-- Reads all of it, a month of jobs. Called by store/monitoring.py.
SELECT name, status, count(*) AS times
FROM jobs
GROUP BY name, status
ORDER BY name, status
