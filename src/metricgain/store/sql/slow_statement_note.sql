-- A statement was slow once more; when was it slowest? Uses slow_statements_pkey.
-- Called by store/vitals.py.
INSERT INTO slow_statements (day, name, times, slowest_ms, last_at, plan)
VALUES ($1, $2, 1, $3, $4, $5)
ON CONFLICT (day, name)
DO UPDATE SET times = slow_statements.times + 1,
    slowest_ms = greatest(slow_statements.slowest_ms, EXCLUDED.slowest_ms),
    last_at = EXCLUDED.last_at, plan = EXCLUDED.plan
