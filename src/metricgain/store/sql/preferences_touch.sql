-- Let devices hear that the gyms of a user changed: they come with the preferences.
-- Uses user_preferences_pkey. Called by store/gyms.py.
UPDATE user_preferences SET revision = $2 WHERE user_id = $1
