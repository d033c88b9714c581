-- Delete a measure of the body. Uses body_measurements_pkey.
-- Called by store/measurements.py.
DELETE FROM body_measurements WHERE user_id = $1 AND id = $2
