-- Take the address of a user's calendar back. Uses calendar_feeds_pkey.
-- Called by store/calendar.py.
DELETE FROM calendar_feeds WHERE user_id = $1
