-- Which other measure is there of this kind and moment?
-- Uses body_measurements_user_id_kind_measured_at_ix. Called by store/measurements.py.
SELECT id FROM body_measurements
WHERE user_id = $1 AND kind = $2 AND measured_at = $3 AND id <> $4
