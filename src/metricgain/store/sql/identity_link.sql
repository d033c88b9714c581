-- Link an account to whom a provider vouches for. Uses provider_identities_pkey.
-- Called by store/identities.py.
INSERT INTO provider_identities (user_id, issuer, subject, email, linked_at)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (user_id, issuer) DO NOTHING
