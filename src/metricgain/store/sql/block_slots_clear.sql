-- Empty a workout of the plan, before its exercises are written anew.
-- Uses workout_exercises_user_id_workout_id_exercise_id_key.
-- Called by store/mesocycles.py.
DELETE FROM workout_exercises WHERE user_id = $1 AND workout_id = $2
