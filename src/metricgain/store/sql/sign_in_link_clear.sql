-- Drop links that expired. Reads the whole small table.
-- Called by store/sign_in_links.py.
DELETE FROM sign_in_links WHERE expires_at <= $1
