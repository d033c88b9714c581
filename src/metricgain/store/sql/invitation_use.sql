-- Use up a valid invitation. Uses invitations_pkey. Called by store/invitations.py.
DELETE FROM invitations WHERE code_hash = $1 AND expires_at > $2
