-- On which days do the workouts of planned blocks lie? Uses
-- workout_instances_user_id_mesocycle_id_week_number_position_key, microcycles_pkey,
-- workouts_pkey, workout_logs_pkey. Called by store/program_moves.py.
SELECT i.id, i.mesocycle_id, c.start_date AS week_start, i.scheduled_on,
       w.day_of_week AS weekday, l.id IS NOT NULL AS is_logged
FROM workout_instances i
JOIN microcycles c ON c.user_id = $1 AND c.id = i.microcycle_id
JOIN workouts w ON w.user_id = $1 AND w.id = i.workout_id
LEFT JOIN workout_logs l ON l.user_id = $1 AND l.id = i.id
WHERE i.user_id = $1 AND i.mesocycle_id = ANY($2::uuid[])
ORDER BY i.mesocycle_id, i.week_number, i.position
