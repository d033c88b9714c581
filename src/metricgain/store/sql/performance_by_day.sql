-- How strong was each day, against the sessions of each exercise before it? Deloads and
-- what is far from failure say nothing. Uses workout_logs_user_id_local_date_ix and
-- sets_pkey. Called by store/recovery.py.
WITH bests AS (
    SELECT l.local_date AS day, s.exercise_id,
           max(CASE s.weight_unit WHEN 'lb' THEN s.weight * 0.45359237 ELSE s.weight END
               * (1 + (s.reps + coalesce(s.rir, 0)) / 30)) AS best
    FROM workout_logs l
    JOIN sets s ON s.user_id = $1 AND s.workout_log_id = l.id
    WHERE l.user_id = $1 AND l.local_date BETWEEN $2::date - 60 AND $3
      AND l.status = 'completed' AND NOT l.is_deload
      AND s.set_type IN ('working', 'failure') AND s.weight > 0
      AND s.reps BETWEEN 1 AND 20 AND coalesce(s.rir, 0) <= 4
    GROUP BY l.local_date, s.exercise_id
), compared AS (
    SELECT b.day, b.best / avg(b.best) OVER earlier AS ratio,
           count(*) OVER earlier AS sessions
    FROM bests b
    WINDOW earlier AS (
        PARTITION BY b.exercise_id ORDER BY b.day ROWS BETWEEN 4 PRECEDING
        AND 1 PRECEDING
    )
)
SELECT c.day, avg(c.ratio)::float8 AS ratio
FROM compared c
WHERE c.sessions >= 2 AND c.day >= $2
GROUP BY c.day
ORDER BY c.day
