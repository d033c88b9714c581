-- Which planned workout of the running block is next: the one that has begun, else the
-- first that is ahead? Uses mesocycles_one_active_ix,
-- workout_instances_user_id_mesocycle_id_week_number_position_key, workout_logs_pkey.
-- Called by store/block_screens.py.
SELECT u.timezone, m.id AS mesocycle_id, due.id, due.is_running,
       (SELECT max(l.local_date) FROM workout_logs l
        WHERE l.user_id = $1 AND l.status = 'completed') AS last_trained,
       EXISTS (
           SELECT FROM workout_instances d
           WHERE d.user_id = $1 AND d.mesocycle_id = m.id AND d.status = 'completed'
       ) AS has_begun
FROM users u
LEFT JOIN mesocycles m ON m.user_id = $1 AND m.status = 'active'
LEFT JOIN LATERAL (
    SELECT i.id, l.status IS NOT NULL AS is_running
    FROM workout_instances i
    LEFT JOIN workout_logs l ON l.user_id = $1 AND l.id = i.id
    WHERE i.user_id = $1 AND i.mesocycle_id = m.id AND i.status = 'scheduled'
    ORDER BY (l.status IS NOT NULL) DESC, i.week_number, i.position
    LIMIT 1
) due ON true
WHERE u.id = $1
