-- Empty the lists of a training profile before they are written anew. Uses
-- training_profile_muscles_pkey, training_profile_exercises_pkey,
-- training_profile_free_pkey. Called by store/training_profiles.py.
WITH muscles AS (
    DELETE FROM training_profile_muscles WHERE user_id = $1
), exercises AS (
    DELETE FROM training_profile_exercises WHERE user_id = $1
)
DELETE FROM training_profile_free WHERE user_id = $1
