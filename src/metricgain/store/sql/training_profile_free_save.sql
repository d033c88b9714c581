-- Write on which days a user does not train. Uses training_profile_free_pkey.
-- Called by store/training_profiles.py.
INSERT INTO training_profile_free (user_id, first_day, last_day)
SELECT $1, * FROM unnest($2::date[], $3::date[])
