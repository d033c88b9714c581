-- Whose passkey is this? Reads all users: the passkey says who comes.
-- Uses passkeys_credential_id_ix. Called by store/passkeys.py.
SELECT p.user_id, p.id, p.name, p.public_key, p.sign_count
FROM passkeys p WHERE p.credential_id = $1
