-- Add a measure of the body or correct it; corrected, it is the user's own.
-- Uses body_measurements_pkey. Called by store/measurements.py.
INSERT INTO body_measurements (
    user_id, id, kind, measured_at, local_date, value, unit, note
)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (user_id, id) DO UPDATE SET
    kind = EXCLUDED.kind,
    measured_at = EXCLUDED.measured_at,
    local_date = EXCLUDED.local_date,
    value = EXCLUDED.value,
    unit = EXCLUDED.unit,
    note = EXCLUDED.note,
    source = 'app',
    import_id = NULL
RETURNING id, kind, measured_at, local_date, value, unit, note, source
