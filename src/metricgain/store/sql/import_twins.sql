-- What was lifted on these days according to anything but this app, workout by workout:
-- the repetitions and the kilograms of each set? Uses
-- workout_logs_user_id_local_date_ix and sets_pkey. Called by store/importing.py.
SELECT l.id, l.local_date,
    array_agg(s.reps ORDER BY s.id) AS reps,
    array_agg(
        round(CASE s.weight_unit WHEN 'lb' THEN s.weight * 0.45359237 ELSE s.weight END)
            ::int
        ORDER BY s.id
    ) AS kilograms
FROM workout_logs AS l
JOIN sets AS s ON s.user_id = $1 AND s.user_id = l.user_id AND s.workout_log_id = l.id
WHERE l.user_id = $1 AND l.local_date = ANY($2::date[]) AND l.source <> $3
    AND s.set_type <> 'warmup' AND s.reps > 0
GROUP BY l.id, l.local_date
