-- Which of these kinds and moments are measured already?
-- Uses body_measurements_user_id_kind_measured_at_ix. Called by store/measurements.py.
SELECT m.kind, m.measured_at
FROM body_measurements AS m
WHERE m.user_id = $1
    AND (m.kind, m.measured_at) IN (
        SELECT kind, measured_at FROM unnest($2::text[], $3::timestamptz[])
            AS asked (kind, measured_at)
    )
