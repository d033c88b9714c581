-- Which users have blocks that were completed before a moment, or one user?
-- Reads all users: it is asked for everybody. Uses users_pkey.
-- Called by store/archiving.py.
SELECT u.id, u.email FROM users u
WHERE ($1::text IS NULL OR u.email = $1)
  AND EXISTS (
      SELECT FROM mesocycles m
      WHERE m.user_id = u.id AND m.status = 'completed' AND m.start_date < $2::date
  )
ORDER BY u.id
