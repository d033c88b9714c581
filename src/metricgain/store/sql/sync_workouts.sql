-- Which days do these blocks have? Uses
-- workouts_user_id_mesocycle_id_position_in_week_key. Called by store/sync_rows.py.
SELECT mesocycle_id, id, name, description, day_of_week, position_in_week
FROM workouts
WHERE user_id = $1 AND mesocycle_id = ANY($2::uuid[])
ORDER BY position_in_week
