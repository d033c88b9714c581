-- What was measured of the body in these days, the latest first?
-- Uses body_measurements_user_id_kind_measured_at_ix. Called by store/measurements.py.
SELECT id, kind, measured_at, local_date, value, unit, note, source
FROM body_measurements
WHERE user_id = $1 AND ($2::text IS NULL OR kind = $2)
    AND local_date BETWEEN $3 AND $4
ORDER BY measured_at DESC, kind
LIMIT $5
