-- Take a code, unless it or a later one was taken; the first one confirms the secret.
-- Uses totp_secrets_pkey. Called by store/second_factors.py.
UPDATE totp_secrets
SET last_period = $2, confirmed_at = coalesce(confirmed_at, $3)
WHERE user_id = $1 AND last_period < $2
