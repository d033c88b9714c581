-- What is archived that some days, exercises or workouts could be part of?
-- Uses archived_mesocycles_pkey, workout_logs_pkey. Called by store/archive/seeing.py.
SELECT a.body
FROM archived_mesocycles a
WHERE a.user_id = $1 AND a.body IS NOT NULL
  AND ($2::date IS NULL OR a.last_day >= $2) AND ($3::date IS NULL OR a.first_day <= $3)
  AND ($4::bigint[] IS NULL OR a.exercise_ids && $4)
  AND (
      $5::uuid[] IS NULL OR a.mesocycle_id IN (
          SELECT l.mesocycle_id FROM workout_logs l
          WHERE l.user_id = $1 AND l.id = ANY($5)
      )
  )
