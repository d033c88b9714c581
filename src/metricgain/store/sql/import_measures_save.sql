-- Add measures of the body; what is here of the same kind and moment stays.
-- Uses body_measurements_pkey, body_measurements_user_id_kind_measured_at_ix.
-- Called by store/measurements.py.
INSERT INTO body_measurements (
    user_id, id, kind, measured_at, local_date, value, unit, note, source, import_id
)
SELECT $1, id, kind, measured_at, local_date, value, unit, note, $2, $3
FROM unnest(
    $4::uuid[], $5::text[], $6::timestamptz[], $7::date[], $8::numeric[], $9::text[],
    $10::text[]
) AS made (id, kind, measured_at, local_date, value, unit, note)
ON CONFLICT DO NOTHING
