-- Link an account to a provider no longer. Uses provider_identities_pkey.
-- Called by store/identities.py.
DELETE FROM provider_identities WHERE user_id = $1 AND issuer = $2
