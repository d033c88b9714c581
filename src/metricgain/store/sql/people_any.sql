-- Does anybody have an account here? Reads all users. Uses users_pkey.
-- Called by store/people.py.
SELECT EXISTS (SELECT 1 FROM users)
