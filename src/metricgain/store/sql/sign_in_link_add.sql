-- Keep a link that signs in once. Uses sign_in_links_pkey.
-- Called by store/sign_in_links.py.
INSERT INTO sign_in_links (secret_hash, for_user, created_at, expires_at)
VALUES ($1, $2, $3, $4)
