-- Add finished workouts of another app that belong to no plan. Uses workout_logs_pkey.
-- Called by store/importing.py.
INSERT INTO workout_logs (
    user_id, id, name, performed_at, local_date, status, started_at, completed_at,
    notes, body_weight_kg, source, revision
)
SELECT $1, id, name, started_at, local_date, 'completed', started_at, completed_at,
    notes, body_weight_kg, $2, $3
FROM unnest(
    $4::uuid[], $5::text[], $6::date[], $7::timestamptz[], $8::timestamptz[],
    $9::text[], $10::numeric[]
) AS made (id, name, local_date, started_at, completed_at, notes, body_weight_kg)
ON CONFLICT (user_id, id) DO NOTHING
