-- Keep an invitation. Uses invitations_pkey. Called by store/invitations.py.
INSERT INTO invitations (code_hash, created_at, expires_at) VALUES ($1, $2, $3)
