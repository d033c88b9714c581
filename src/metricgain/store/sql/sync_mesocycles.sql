-- What do these blocks look like? Uses mesocycles_pkey. Called by store/sync_rows.py.
SELECT
    id, macrocycle_id, order_index, name, description, duration_weeks, current_week,
    status, start_date, end_date, days_per_week, completed_at, ended_early,
    parent_mesocycle_id, copied_from_week, revision
FROM mesocycles
WHERE user_id = $1 AND id = ANY($2::uuid[])
