-- Empty a block that has not begun, before it is planned anew. Uses
-- workouts_user_id_mesocycle_id_position_in_week_key, mesocycle_emphasis_pkey.
-- Called by store/starting.py.
WITH emphasis AS (
    DELETE FROM mesocycle_emphasis WHERE user_id = $1 AND mesocycle_id = $2
)
DELETE FROM workouts WHERE user_id = $1 AND mesocycle_id = $2
