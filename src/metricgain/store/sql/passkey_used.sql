-- Note that a passkey was used, unless its counter went on meanwhile.
-- Uses passkeys_pkey. Called by store/passkeys.py.
UPDATE passkeys SET sign_count = $3, last_used_at = $4
WHERE user_id = $1 AND id = $2 AND sign_count <= $3
