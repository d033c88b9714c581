-- Which blocks could be archived: completed, last trained before a day, with sets, not
-- archived, not brought back since a moment, and not the newest that was begun?
-- One block is asked about by its id. Uses mesocycles_pkey, archived_mesocycles_pkey,
-- workout_logs_user_id_mesocycle_id_week_number_ix, sets_pkey.
-- Called by store/archiving.py.
SELECT m.id, m.name, done.first_day, done.last_day
FROM mesocycles m
CROSS JOIN LATERAL (
    SELECT min(l.local_date) AS first_day, max(l.local_date) AS last_day
    FROM workout_logs l
    WHERE l.user_id = $1 AND l.mesocycle_id = m.id
) done
WHERE m.user_id = $1 AND ($4::uuid IS NULL OR m.id = $4) AND m.status = 'completed'
  AND done.last_day < $2::date
  AND NOT EXISTS (
      SELECT FROM archived_mesocycles a
      WHERE a.user_id = $1 AND a.mesocycle_id = m.id
        AND (a.body IS NOT NULL OR a.brought_back_at > $3::timestamptz)
  )
  AND EXISTS (
      SELECT FROM mesocycles n
      WHERE n.user_id = $1 AND n.status IN ('completed', 'active')
        AND (n.start_date, n.id) > (m.start_date, m.id)
  )
  AND EXISTS (
      SELECT FROM workout_logs l
      JOIN sets s ON s.user_id = $1 AND s.workout_log_id = l.id
      WHERE l.user_id = $1 AND l.mesocycle_id = m.id
  )
ORDER BY m.start_date, m.id
