-- Write which muscles a user emphasises. Uses training_profile_muscles_pkey.
-- Called by store/training_profiles.py.
INSERT INTO training_profile_muscles (user_id, muscle, emphasis)
SELECT $1, * FROM unnest($2::text[], $3::text[])
