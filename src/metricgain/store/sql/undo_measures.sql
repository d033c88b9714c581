-- Take away the measures of the body that an import brought and nobody has corrected.
-- Reads the measures of one user. Called by store/undoing.py.
DELETE FROM body_measurements WHERE user_id = $1 AND import_id = $2
