-- Whose calendar has this address? Reads all users: the address names the user. Uses
-- calendar_feeds_token_hash_ix, users_pkey. Called by store/calendar.py.
SELECT f.user_id FROM calendar_feeds f
JOIN users u ON u.id = f.user_id
WHERE f.token_hash = $1 AND u.is_active
