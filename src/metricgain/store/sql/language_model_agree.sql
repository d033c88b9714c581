-- Keep where a user lets questions be sent, or that there is no such place.
-- Uses language_models_pkey. Called by store/language_models.py.
INSERT INTO language_models (user_id, agreed_to, agreed_at) VALUES ($1, $2, $3)
ON CONFLICT (user_id) DO UPDATE
SET agreed_to = EXCLUDED.agreed_to, agreed_at = EXCLUDED.agreed_at
