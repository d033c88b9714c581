-- Forget challenges that were not met in time. Reads the few there are.
-- Called by store/passkeys.py.
DELETE FROM challenges WHERE expires_at <= $1
