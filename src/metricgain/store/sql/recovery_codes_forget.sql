-- Forget the recovery codes of a user. Uses recovery_codes_pkey.
-- Called by store/second_factors.py.
DELETE FROM recovery_codes WHERE user_id = $1
