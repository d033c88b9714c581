-- Use up a valid link. Uses sign_in_links_pkey. Called by store/sign_in_links.py.
DELETE FROM sign_in_links WHERE secret_hash = $1 AND expires_at > $2
RETURNING for_user
