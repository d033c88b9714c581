-- By whom is an account linked to a provider? Uses provider_identities_pkey.
-- Called by store/identities.py.
SELECT i.email, i.linked_at, i.last_used_at
FROM provider_identities i WHERE i.user_id = $1 AND i.issuer = $2
