-- What is older than a moment goes. Uses request_times_pkey and slow_statements_pkey.
-- Called by store/vitals.py.
WITH old AS (
    DELETE FROM slow_statements WHERE day < $1::timestamptz::date
)
DELETE FROM request_times WHERE hour < $1::timestamptz
