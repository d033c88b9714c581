-- Whom does a provider's subject mean? Reads all users: the provider says who comes.
-- Uses provider_identities_subject_ix. Called by store/identities.py.
SELECT i.user_id FROM provider_identities i
WHERE i.subject = $2 AND i.issuer = $1
