-- Make the address of a user's calendar, instead of the one before.
-- Uses calendar_feeds_pkey. Called by store/calendar.py.
INSERT INTO calendar_feeds (user_id, token_hash, created_at) VALUES ($1, $2, $3)
ON CONFLICT (user_id) DO UPDATE
SET token_hash = EXCLUDED.token_hash, created_at = EXCLUDED.created_at
