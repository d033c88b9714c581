-- Keep a challenge for a while. Uses challenges_pkey. Called by store/passkeys.py.
INSERT INTO challenges (challenge_hash, for_user, expires_at) VALUES ($1, $2, $3)
