-- Which ISO weeks were trained in, and how much? One row without a week says that there
-- was none. Uses stats_state_pkey, weekly_stats_pkey. Called by store/past/kept.py.
SELECT
    y.computed_at IS NOT NULL AND y.due_from IS NULL AS is_complete,
    w.year, w.week, w.total_volume, w.workout_count, w.working_sets,
    w.duration_seconds, w.is_deload
FROM (VALUES (1)) AS one
LEFT JOIN stats_state y ON y.user_id = $1
LEFT JOIN weekly_stats w
    ON w.user_id = $1 AND (w.year, w.week) >= ($2::int, $3::int)
    AND (w.year, w.week) <= ($4::int, $5::int)
ORDER BY w.year, w.week
