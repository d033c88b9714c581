-- Open one gate again. Uses sign_in_attempts_pkey. Called by store/attempts.py.
DELETE FROM sign_in_attempts WHERE key = $1
