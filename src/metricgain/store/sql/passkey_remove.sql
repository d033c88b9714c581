-- Forget a passkey. Uses passkeys_pkey. Called by store/passkeys.py.
DELETE FROM passkeys WHERE user_id = $1 AND id = $2 RETURNING name
