-- How many recovery codes does a user have left? Uses recovery_codes_pkey.
-- Called by store/second_factors.py.
SELECT count(*) FROM recovery_codes c WHERE c.user_id = $1
