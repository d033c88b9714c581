-- What do these blocks look like? Uses mesocycles_pkey, archived_mesocycles_pkey.
-- Called by store/sync_rows.py.
SELECT
    m.id, m.macrocycle_id, m.order_index, m.name, m.description, m.duration_weeks,
    m.current_week, m.status, m.start_date, m.end_date, m.days_per_week,
    m.completed_at, m.ended_early, m.parent_mesocycle_id, m.copied_from_week,
    m.revision,
    (
        SELECT a.archived_at FROM archived_mesocycles a
        WHERE a.user_id = $1 AND a.mesocycle_id = m.id AND a.body IS NOT NULL
    ) AS archived_at
FROM mesocycles m
WHERE m.user_id = $1 AND m.id = ANY($2::uuid[])
