-- Which blocks does a user have, newest first, after a place in the list?
-- Uses mesocycles_pkey, archived_mesocycles_pkey. Called by store/block_screens.py.
SELECT m.id, m.name, m.status, m.duration_weeks, m.current_week, m.days_per_week,
       m.start_date, m.end_date, m.ended_early, m.completed_at, m.parent_mesocycle_id,
       m.copied_from_week,
       (
           SELECT a.archived_at FROM archived_mesocycles a
           WHERE a.user_id = $1 AND a.mesocycle_id = m.id AND a.body IS NOT NULL
       ) AS archived_at
FROM mesocycles m
WHERE m.user_id = $1
  AND ($2::date IS NULL OR (m.start_date, m.id) < ($2, $3::uuid))
ORDER BY m.start_date DESC, m.id DESC
LIMIT $4
