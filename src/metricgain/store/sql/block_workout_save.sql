-- Add a workout that comes every week. Uses workouts_pkey. Called by
-- store/starting.py.
INSERT INTO workouts (
    user_id, id, mesocycle_id, name, day_of_week, position_in_week, created_at,
    updated_at
) VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
