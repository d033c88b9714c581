-- Which secret are a user's codes made of? Uses totp_secrets_pkey.
-- Called by store/second_factors.py.
SELECT t.locked_secret, t.confirmed_at, t.last_period
FROM totp_secrets t WHERE t.user_id = $1
