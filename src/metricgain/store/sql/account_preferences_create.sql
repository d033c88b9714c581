-- Give a new account its preferences. Uses user_preferences_pkey.
-- Called by store/accounts.py.
INSERT INTO user_preferences (user_id, weight_unit) VALUES ($1, $2)
