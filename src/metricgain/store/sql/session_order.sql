-- Number the exercises of a planned session anew, in the order of the array.
-- Uses prescriptions_pkey. Called by store/session_plan.py.
UPDATE prescriptions p SET position = o.position
FROM unnest($3::bigint[]) WITH ORDINALITY AS o (exercise_id, position)
WHERE p.user_id = $1 AND p.workout_instance_id = $2
  AND p.exercise_id = o.exercise_id
