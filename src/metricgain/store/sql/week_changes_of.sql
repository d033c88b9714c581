-- Which changes of weeks of this block were accepted? Those of one workout, where that
-- is given. Uses workout_instances_user_id_mesocycle_id_week_number_position_key,
-- week_changes_pkey, workouts_pkey and workout_logs_pkey.
-- Called by store/week_changes.py.
SELECT c.change_id, c.kind, c.minutes, c.from_instance_id, fw.name AS from_name,
       f.week_number, c.made_at, c.undone_at, c.workout_instance_id,
       w.name AS workout_name, i.scheduled_on, c.exercise_id, e.name AS exercise_name,
       c.old_sets, c.new_sets, c.because,
       i.status <> 'completed' AND NOT EXISTS (
           SELECT FROM workout_logs l
           WHERE l.user_id = $1 AND l.id = i.id AND l.status = 'completed'
       ) AS is_open
FROM workout_instances i
JOIN week_changes c ON c.user_id = $1 AND c.workout_instance_id = i.id
JOIN workouts w ON w.user_id = $1 AND w.id = i.workout_id
JOIN workout_instances f ON f.user_id = $1 AND f.id = c.from_instance_id
JOIN workouts fw ON fw.user_id = $1 AND fw.id = f.workout_id
JOIN exercises e ON e.id = c.exercise_id
WHERE i.user_id = $1 AND i.mesocycle_id = $2
ORDER BY c.made_at DESC, c.change_id, i.scheduled_on, i.position, c.exercise_id
