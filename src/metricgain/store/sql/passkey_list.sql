-- Which passkeys does a user have? Uses passkeys_pkey. Called by store/passkeys.py.
SELECT p.id, p.name, p.credential_id, p.created_at, p.last_used_at
FROM passkeys p WHERE p.user_id = $1
ORDER BY p.created_at DESC, p.id
