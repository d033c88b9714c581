-- Use up a challenge of this user, or of somebody at the door. Uses challenges_pkey.
-- Called by store/passkeys.py.
DELETE FROM challenges
WHERE challenge_hash = $1 AND for_user IS NOT DISTINCT FROM $2 AND expires_at > $3
