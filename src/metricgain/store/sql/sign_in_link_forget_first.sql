-- Drop the links for a first account. Reads the whole small table.
-- Called by store/sign_in_links.py.
DELETE FROM sign_in_links WHERE for_user IS NULL
