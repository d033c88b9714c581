-- Keep the secret of a user's codes under another key. Uses totp_secrets_pkey.
-- Called by store/second_factors.py.
UPDATE totp_secrets SET locked_secret = $2 WHERE user_id = $1
