-- What was done in the weeks before the last workout: workout by workout, exercise by
-- exercise, the reps of its working sets, what it trains, and the best estimate of its
-- strength? Uses workout_logs_user_id_local_date_ix, sets_pkey, exercises_pkey,
-- exercise_muscles_pkey, workouts_pkey, exercise_weekly_summary_pkey.
-- Called by store/habits.py.
WITH last_one AS (
    SELECT max(l.local_date) AS day FROM workout_logs l
    WHERE l.user_id = $1 AND l.status <> 'skipped' AND NOT l.is_deload
        AND EXISTS (
            SELECT FROM sets s WHERE s.user_id = $1 AND s.workout_log_id = l.id
        )
), done AS (
    SELECT
        l.id, l.local_date, coalesce(l.name, w.name, '') AS workout, s.exercise_id,
        min(s.performed_at) AS began,
        array_agg(s.reps ORDER BY s.performed_at, s.id) AS reps
    FROM last_one z
    JOIN workout_logs l ON l.user_id = $1
        AND l.local_date BETWEEN z.day - $2::int AND z.day
    JOIN sets s ON s.user_id = $1 AND s.workout_log_id = l.id
    LEFT JOIN workouts w ON w.user_id = $1 AND w.id = l.workout_id
    WHERE l.user_id = $1 AND l.status <> 'skipped' AND NOT l.is_deload
        AND s.set_type <> 'warmup' AND s.flag IS DISTINCT FROM 'to_confirm'
    GROUP BY l.id, l.local_date, coalesce(l.name, w.name, ''), s.exercise_id
), lifts AS (
    SELECT
        d.exercise_id, e.name, NOT e.is_retired AS is_plannable,
        (
            SELECT max(x.max_one_rm) FROM exercise_weekly_summary x, last_one z
            WHERE x.user_id = $1 AND x.exercise_id = d.exercise_id
                AND x.week_start > z.day - $2::int
        ) AS e1rm_kg,
        coalesce((
            SELECT jsonb_object_agg(m.muscle, m.contribution) FROM exercise_muscles m
            WHERE m.exercise_id = d.exercise_id
        ), '{}') AS muscles
    FROM (SELECT DISTINCT exercise_id FROM done) d
    JOIN exercises e ON e.id = d.exercise_id
)
SELECT
    d.id, d.local_date, d.workout, d.exercise_id, d.reps,
    f.name, f.is_plannable, f.e1rm_kg, f.muscles
FROM done d
JOIN lifts f ON f.exercise_id = d.exercise_id
ORDER BY d.local_date, d.id, d.began, d.exercise_id
