-- Use up a recovery code, which works once. Uses recovery_codes_pkey.
-- Called by store/second_factors.py.
DELETE FROM recovery_codes WHERE user_id = $1 AND code_hash = $2
