-- How many more requests took up to so long in this hour? Uses request_times_pkey.
-- Called by store/vitals.py.
INSERT INTO request_times (hour, upto_ms, requests)
SELECT $1, counted.upto_ms, counted.requests
FROM unnest($2::int[], $3::bigint[]) AS counted (upto_ms, requests)
ON CONFLICT (hour, upto_ms)
DO UPDATE SET requests = request_times.requests + EXCLUDED.requests
