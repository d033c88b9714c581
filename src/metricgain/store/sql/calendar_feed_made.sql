-- Since when does the user's calendar have an address? Uses calendar_feeds_pkey.
-- Called by store/calendar.py.
SELECT f.created_at FROM calendar_feeds f WHERE f.user_id = $1
