-- Keep a secret that is not confirmed yet, in place of one that never was.
-- Uses totp_secrets_pkey. Called by store/second_factors.py.
INSERT INTO totp_secrets AS t (user_id, locked_secret, made_at)
VALUES ($1, $2, $3)
ON CONFLICT (user_id) DO UPDATE
SET locked_secret = EXCLUDED.locked_secret, made_at = EXCLUDED.made_at,
  last_period = 0
WHERE t.confirmed_at IS NULL
