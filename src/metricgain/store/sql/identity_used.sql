-- Note that a provider vouched for a user. Uses provider_identities_pkey.
-- Called by store/identities.py.
UPDATE provider_identities SET last_used_at = $3 WHERE user_id = $1 AND issuer = $2
