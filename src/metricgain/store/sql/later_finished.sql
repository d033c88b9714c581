-- Which finished workouts come later in the same block, in order?
-- Uses workout_instances_user_id_mesocycle_id_week_number_position_key.
-- Called by store/deciding.py.
SELECT i.id
FROM workout_instances here
JOIN workout_instances i
    ON i.user_id = $1 AND i.mesocycle_id = here.mesocycle_id
   AND (i.week_number, i.position) > (here.week_number, here.position)
WHERE here.user_id = $1 AND here.id = $2 AND i.status = 'completed'
ORDER BY i.week_number, i.position
