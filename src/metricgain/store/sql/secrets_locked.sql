-- Which secrets are encrypted with a key of the installation?
-- Reads all users: the key is everybody's. Called by store/second_factors.py.
SELECT t.user_id, t.locked_secret AS totp, NULL::bytea AS model_key
FROM totp_secrets t
UNION ALL
SELECT m.user_id, NULL::bytea, m.locked_key
FROM language_models m WHERE m.locked_key IS NOT NULL
