-- Add an exercise to a workout of the plan. Uses workout_exercises_pkey.
-- Called by store/mesocycles.py.
INSERT INTO workout_exercises (
    user_id, id, workout_id, exercise_id, position, target_sets, target_reps_min,
    target_reps_max, superset, notes, weight_unit, created_at, updated_at
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)
