-- Whose statistics can be verified: one user's, all that were computed since a moment,
-- or all? Reads the whole of users, and of stats_state.
-- Called by store/statistics/verify.py.
SELECT u.id, u.email
FROM users u
LEFT JOIN stats_state y ON y.user_id = u.id
WHERE ($1::int IS NULL OR u.id = $1)
  AND ($2::timestamptz IS NULL OR y.computed_at >= $2)
ORDER BY u.id
