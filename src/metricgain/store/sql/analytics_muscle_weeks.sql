-- Which muscles were trained in which ISO week, and how much? One row without a week
-- says that there was none. Uses stats_state_pkey, weekly_muscle_stats_pkey.
-- Called by store/past/kept.py.
SELECT
    y.computed_at IS NOT NULL AND y.due_from IS NULL AS is_complete,
    m.year, m.week, m.muscle, m.volume_kg, m.direct_sets, m.fractional_sets,
    m.sessions, m.last_trained, m.is_deload
FROM (VALUES (1)) AS one
LEFT JOIN stats_state y ON y.user_id = $1
LEFT JOIN weekly_muscle_stats m
    ON m.user_id = $1 AND (m.year, m.week) >= ($2::int, $3::int)
    AND (m.year, m.week) <= ($4::int, $5::int)
ORDER BY m.year, m.week, m.muscle COLLATE "C"
