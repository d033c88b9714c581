-- Which rows that were put back just now point to rows of different blocks? Reads the
-- rows of one revision, by workout_instances_user_id_revision_ix and
-- workout_logs_user_id_revision_ix; uses microcycles_pkey, workouts_pkey,
-- workout_instances_pkey, gyms_pkey. Called by store/owned_rows.py.
SELECT 'workout_instances' AS "table", i.id::text AS id, 'microcycle_id' AS field
FROM workout_instances i
JOIN microcycles c ON c.user_id = $1 AND c.id = i.microcycle_id
WHERE i.user_id = $1 AND i.revision = $2
  AND (c.mesocycle_id, c.week_number) <> (i.mesocycle_id, i.week_number)
UNION ALL
SELECT 'workout_instances', i.id::text, 'workout_id'
FROM workout_instances i
JOIN workouts w ON w.user_id = $1 AND w.id = i.workout_id
WHERE i.user_id = $1 AND i.revision = $2 AND w.mesocycle_id <> i.mesocycle_id
UNION ALL
SELECT 'workout_logs', l.id::text, 'workout_instance_id'
FROM workout_logs l
JOIN workout_instances i ON i.user_id = $1 AND i.id = l.workout_instance_id
WHERE l.user_id = $1 AND l.revision = $2
  AND (l.mesocycle_id, l.workout_id) IS DISTINCT FROM (i.mesocycle_id, i.workout_id)
UNION ALL
SELECT 'workout_logs', l.id::text, 'workout_id'
FROM workout_logs l
JOIN workouts w ON w.user_id = $1 AND w.id = l.workout_id
WHERE l.user_id = $1 AND l.revision = $2
  AND w.mesocycle_id IS DISTINCT FROM l.mesocycle_id
LIMIT 1
