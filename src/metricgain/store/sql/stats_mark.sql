-- Let one user's statistics, or everybody's, be computed anew from a day on.
-- Uses stats_state_pkey, users_pkey. Reads the whole of users.
-- Called by store/statistics/rebuild.py.
INSERT INTO stats_state AS old (user_id, due_from, computed_at)
SELECT u.id, '1970-01-01', '-infinity' FROM users u
WHERE $1::int IS NULL OR u.id = $1
ON CONFLICT (user_id) DO UPDATE SET
    due_from = least(old.due_from, $2::date)
