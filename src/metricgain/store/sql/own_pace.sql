-- How many seconds does a set take this user, from start to end of a workout? The median
-- of the last 20 workouts whose length is known.
-- Uses workout_logs_user_id_local_date_ix, sets_pkey. Called by store/session_minutes.py.
WITH timed AS (
    SELECT l.id, l.duration_minutes FROM workout_logs l
    WHERE l.user_id = $1 AND l.status = 'completed'
      AND l.duration_minutes BETWEEN 5 AND 300
    ORDER BY l.local_date DESC
    LIMIT 20
), counted AS (
    SELECT t.id, t.duration_minutes, count(*) AS sets
    FROM timed t
    JOIN sets s ON s.user_id = $1 AND s.workout_log_id = t.id
    WHERE s.set_type <> 'warmup' AND s.reps > 0
    GROUP BY t.id, t.duration_minutes
)
SELECT count(*)::int AS sessions,
       percentile_cont(0.5) WITHIN GROUP (
           ORDER BY 60.0 * c.duration_minutes / c.sets
       ) AS seconds_per_set
FROM counted c
