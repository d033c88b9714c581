-- Which week is a running block in, or is it done? Uses mesocycles_pkey,
-- workout_instances_user_id_mesocycle_id_week_number_position_key.
-- Called by store/mesocycles.py.
WITH ahead AS (
    SELECT min(i.week_number) AS week_number
    FROM workout_instances i
    WHERE i.user_id = $1 AND i.mesocycle_id = $2 AND i.status = 'scheduled'
)
UPDATE mesocycles m SET
    current_week = coalesce(ahead.week_number, m.current_week),
    status = CASE WHEN ahead.week_number IS NULL THEN 'completed' ELSE 'active' END,
    completed_at = CASE WHEN ahead.week_number IS NULL THEN $3::timestamptz END,
    revision = $4
FROM ahead
WHERE m.user_id = $1 AND m.id = $2
  AND (
      m.status = 'active'
      AND ahead.week_number IS DISTINCT FROM m.current_week
      OR m.status = 'completed' AND NOT m.ended_early AND ahead.week_number IS NOT NULL
  )
RETURNING m.status
