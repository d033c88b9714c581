-- Which statements were slow since a day, the slowest first? Uses slow_statements_pkey.
-- Called by store/vitals.py.
SELECT day, name, times, slowest_ms, last_at, plan
FROM slow_statements
WHERE day >= $1
ORDER BY slowest_ms DESC, name, day
LIMIT 50
