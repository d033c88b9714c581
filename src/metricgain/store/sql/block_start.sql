-- Write a new block, and forget that it was deleted. Uses mesocycles_pkey,
-- deleted_rows_pkey. Called by store/starting.py.
WITH revived AS (
    DELETE FROM deleted_rows
    WHERE user_id = $1 AND kind = 'mesocycles' AND key = $2::uuid::text
)
INSERT INTO mesocycles (
    user_id, id, name, description, duration_weeks, status, start_date, end_date,
    days_per_week, parent_mesocycle_id, copied_from_week, created_at, updated_at,
    revision
) VALUES (
    $1, $2::uuid, $3, $4, $5, 'active', $6, $7, $8, $9, $10, $11, $11, $12
)
