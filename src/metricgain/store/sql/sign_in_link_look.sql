-- Whose account does this valid link lead to? Uses sign_in_links_pkey.
-- Called by store/sign_in_links.py.
SELECT for_user FROM sign_in_links WHERE secret_hash = $1 AND expires_at > $2
