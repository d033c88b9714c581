-- How many requests took up to how long between two moments? Uses request_times_pkey.
-- Called by store/vitals.py.
SELECT upto_ms, sum(requests)::bigint AS requests
FROM request_times
WHERE hour >= $1 AND hour <= $2
GROUP BY upto_ms
ORDER BY upto_ms
