-- Drop invitations that expired. Reads the whole small table.
-- Called by store/invitations.py.
DELETE FROM invitations WHERE expires_at <= $1
