-- Keep a user's own key, encrypted, or forget it.
-- Uses language_models_pkey.
-- Called by store/language_models.py and store/second_factors.py.
INSERT INTO language_models (user_id, locked_key) VALUES ($1, $2)
ON CONFLICT (user_id) DO UPDATE SET locked_key = EXCLUDED.locked_key
