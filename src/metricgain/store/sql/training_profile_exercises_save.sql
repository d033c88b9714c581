-- Write which exercises a user wants and does not want. Uses
-- training_profile_exercises_pkey. Called by store/training_profiles.py.
INSERT INTO training_profile_exercises (user_id, exercise_id, wish)
SELECT $1, * FROM unnest($2::bigint[], $3::text[])
