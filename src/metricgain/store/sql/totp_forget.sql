-- Forget the secret of a user's codes. Uses totp_secrets_pkey.
-- Called by store/second_factors.py.
DELETE FROM totp_secrets WHERE user_id = $1
