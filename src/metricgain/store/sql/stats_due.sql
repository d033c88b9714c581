-- Whose statistics are not complete?
-- Reads all users: it is what an upgrade leaves to do. Uses stats_state_pkey,
-- workout_logs_pkey. Called by store/statistics/rebuild.py.
SELECT u.id
FROM users u
LEFT JOIN stats_state y ON y.user_id = u.id
WHERE y.due_from IS NOT NULL
   OR (
       y.user_id IS NULL
       AND EXISTS (SELECT FROM workout_logs l WHERE l.user_id = u.id)
   )
ORDER BY u.id
