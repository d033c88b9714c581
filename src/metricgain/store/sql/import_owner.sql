-- What does a user use where a file leaves it open? Uses users_pkey and
-- user_preferences_pkey. Called by store/importing.py.
SELECT u.timezone, coalesce(p.weight_unit, 'kg') AS weight_unit
FROM users AS u
LEFT JOIN user_preferences AS p ON p.user_id = u.id AND p.user_id = $1
WHERE u.id = $1
