-- Which session trains one muscle next: the one that its decision named before, else the
-- first that is ahead? Uses workout_instances_pkey,
-- workout_instances_user_id_mesocycle_id_week_number_position_key, prescriptions_pkey,
-- exercise_muscles_pkey, progression_decisions_pkey.
-- Called by store/deciding_one_by_one.py.
SELECT i.id, i.workout_id, i.week_number, i.is_deload, i.status
FROM workout_instances here
JOIN workout_instances i
    ON i.user_id = $1 AND i.mesocycle_id = here.mesocycle_id AND (
        i.week_number > here.week_number
        OR i.week_number = here.week_number AND i.position > here.position
    )
LEFT JOIN progression_decisions d
    ON d.user_id = $1 AND d.workout_log_id = $2 AND d.muscle = $3
    AND d.to_instance_id = i.id
WHERE here.user_id = $1 AND here.id = $2
  AND (i.status = 'scheduled' OR d.muscle IS NOT NULL)
  AND EXISTS (
      SELECT FROM prescriptions p
      JOIN exercise_muscles em ON em.exercise_id = p.exercise_id
      WHERE p.user_id = $1 AND p.workout_instance_id = i.id AND em.muscle = $3
        AND em.contribution = 1
  )
ORDER BY (d.muscle IS NULL), i.week_number, i.position
LIMIT 1
