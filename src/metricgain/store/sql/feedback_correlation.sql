-- After each answer about a muscle group, how many sets of it were done in the next
-- week of the same mesocycle? Counts no warm-ups, and leaves out training without a
-- mesocycle, which has no next week. Uses muscle_group_feedback_pkey, sets_pkey and
-- workout_logs_user_id_mesocycle_id_week_number_ix.
-- Called by store/feedback_correlation.py.
WITH answers AS (
    SELECT
        l.mesocycle_id, l.week_number, f.muscle_group, f.soreness_level, f.pump_level,
        f.challenge_level, count(*) AS occurrences
    FROM muscle_group_feedback f
    JOIN workout_logs l ON l.user_id = f.user_id AND l.id = f.workout_log_id
    WHERE f.user_id = $1 AND l.user_id = $1 AND l.mesocycle_id IS NOT NULL
    GROUP BY
        l.mesocycle_id, l.week_number, f.muscle_group, f.soreness_level, f.pump_level,
        f.challenge_level
), weeks AS (
    SELECT DISTINCT l.mesocycle_id, l.week_number
    FROM workout_logs l
    WHERE l.user_id = $1 AND l.mesocycle_id IS NOT NULL AND l.status <> 'skipped'
), done AS (
    SELECT l.mesocycle_id, l.week_number, e.muscle_group, count(*) AS sets
    FROM sets s
    JOIN workout_logs l ON l.user_id = s.user_id AND l.id = s.workout_log_id
    JOIN exercises e ON e.id = s.exercise_id
    WHERE s.user_id = $1 AND l.user_id = $1 AND l.mesocycle_id IS NOT NULL
      AND s.set_type <> 'warmup'
    GROUP BY l.mesocycle_id, l.week_number, e.muscle_group
)
SELECT
    a.muscle_group, a.soreness_level, a.pump_level, a.challenge_level,
    sum(a.occurrences)::int AS occurrences,
    coalesce(sum(a.occurrences) FILTER (WHERE w.week_number IS NOT NULL), 0)::int
        AS followed,
    coalesce(sum(a.occurrences * d.sets), 0)::int AS next_sets
FROM answers a
LEFT JOIN weeks w
    ON w.mesocycle_id = a.mesocycle_id AND w.week_number = a.week_number + 1
LEFT JOIN done d
    ON d.mesocycle_id = a.mesocycle_id AND d.week_number = a.week_number + 1
    AND d.muscle_group = a.muscle_group
GROUP BY a.muscle_group, a.soreness_level, a.pump_level, a.challenge_level
ORDER BY a.muscle_group, a.soreness_level, a.pump_level, a.challenge_level
