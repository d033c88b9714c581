-- Which blocks of a user are archived, how large, or which are meant by an id, an
-- exercise or a workout? Uses archived_mesocycles_pkey, mesocycles_pkey,
-- workout_logs_pkey. Called by store/archiving.py.
SELECT a.mesocycle_id AS id, m.name, a.first_day, a.last_day, a.sets, a.body,
    octet_length(a.body) AS bytes
FROM archived_mesocycles a
JOIN mesocycles m ON m.user_id = $1 AND m.id = a.mesocycle_id
WHERE a.user_id = $1 AND a.body IS NOT NULL
  AND ($2::uuid IS NULL OR a.mesocycle_id = $2)
  AND ($3::bigint[] IS NULL OR a.exercise_ids && $3)
  AND ($4::uuid IS NULL OR a.mesocycle_id = (
      SELECT l.mesocycle_id FROM workout_logs l WHERE l.user_id = $1 AND l.id = $4
  ))
ORDER BY a.first_day, a.mesocycle_id
