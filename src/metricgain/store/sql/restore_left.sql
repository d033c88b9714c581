-- Keep what an old export says that has no column any more. Uses users_pkey.
-- Called by store/restored/older.py.
UPDATE users SET preferences = preferences || $2::text::jsonb WHERE id = $1
