-- Keep a passkey, unless the user has $8 already. Uses passkeys_pkey.
-- Called by store/passkeys.py.
INSERT INTO passkeys
  (user_id, id, credential_id, public_key, sign_count, name, created_at)
SELECT $1, $2, $3, $4, $5, $6, $7
WHERE (SELECT count(*) FROM passkeys p WHERE p.user_id = $1) < $8
