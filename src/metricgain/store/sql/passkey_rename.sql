-- Call a passkey something else. Uses passkeys_pkey. Called by store/passkeys.py.
UPDATE passkeys SET name = $3 WHERE user_id = $1 AND id = $2
RETURNING id, name, credential_id, created_at, last_used_at
