-- How did an exercise go, week by week, each compared with the last week of its kind as
-- in the view exercise_trends? No row: there is no such exercise. One row without a
-- week: it was not done. Uses exercises_pkey, stats_state_pkey,
-- exercise_weekly_summary_pkey. Called by store/past/kept.py.
SELECT
    y.computed_at IS NOT NULL AND y.due_from IS NULL AS is_complete,
    e.name, e.muscle_group, x.year, x.week, x.sets, x.volume_kg, x.best_weight_kg,
    x.best_reps, x.best_log_id, x.best_set_id, x.max_one_rm, x.prev_one_rm,
    x.max_one_rm - x.prev_one_rm AS one_rm_change, x.is_deload
FROM exercises e
LEFT JOIN stats_state y ON y.user_id = $1
LEFT JOIN (
    SELECT
        s.*, lag(s.max_one_rm) OVER (
            PARTITION BY s.is_deload, s.max_one_rm IS NULL ORDER BY s.week_start
        ) AS prev_one_rm
    FROM exercise_weekly_summary s
    WHERE s.user_id = $1 AND s.exercise_id = $2
) x
    ON (x.year, x.week) >= ($3::int, $4::int) AND (x.year, x.week) <= ($5::int, $6::int)
WHERE e.id = $2
ORDER BY x.year, x.week
