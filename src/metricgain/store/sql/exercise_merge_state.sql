-- May one exercise become part of another: what are both, does a workout with the first
-- go on, and does the running block plan both in one workout?
-- Uses exercises_pkey, workout_logs_user_id_local_date_ix, sets_pkey,
-- prescriptions_pkey, mesocycles_one_active_ix and the rows of the running block.
-- Called by store/merging.py.
SELECT s.load_kind, s.per_side, t.load_kind AS into_load_kind,
       t.per_side AS into_per_side, t.is_retired AS into_is_retired,
       EXISTS (
           SELECT FROM workout_logs l
           WHERE l.user_id = $1 AND l.status = 'in_progress'
             AND (
                 EXISTS (SELECT FROM sets x
                         WHERE x.user_id = $1 AND x.workout_log_id = l.id
                           AND x.exercise_id = $2)
                 OR EXISTS (SELECT FROM prescriptions p
                            WHERE p.user_id = $1
                              AND p.workout_instance_id = l.workout_instance_id
                              AND p.exercise_id = $2)
             )
       ) AS goes_on,
       EXISTS (
           SELECT FROM mesocycles m
           JOIN workouts w ON w.user_id = $1 AND w.mesocycle_id = m.id
           JOIN workout_exercises a ON a.user_id = $1 AND a.workout_id = w.id
           JOIN workout_exercises b ON b.user_id = $1 AND b.workout_id = w.id
           WHERE m.user_id = $1 AND m.status = 'active'
             AND a.exercise_id = $2 AND b.exercise_id = $3
       ) OR EXISTS (
           SELECT FROM mesocycles m
           JOIN workout_instances i ON i.user_id = $1 AND i.mesocycle_id = m.id
           JOIN prescriptions a ON a.user_id = $1 AND a.workout_instance_id = i.id
           JOIN prescriptions b ON b.user_id = $1 AND b.workout_instance_id = i.id
           WHERE m.user_id = $1 AND m.status = 'active' AND i.status = 'scheduled'
             AND a.exercise_id = $2 AND b.exercise_id = $3
       ) AS both_planned
FROM exercises s
JOIN exercises t ON t.id = $3 AND (t.user_id IS NULL OR t.user_id = $1)
WHERE s.id = $2 AND s.user_id = $1
