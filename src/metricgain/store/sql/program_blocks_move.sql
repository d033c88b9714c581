-- Move planned blocks by days, with their weeks and workouts. Uses mesocycles_pkey,
-- microcycles_user_id_mesocycle_id_week_number_key, workout_instances_pkey. Called by
-- store/program_moves.py.
WITH moves AS (
    SELECT * FROM unnest($2::uuid[], $3::integer[]) AS m(id, days)
), blocks AS (
    UPDATE mesocycles b
    SET start_date = b.start_date + m.days, end_date = b.end_date + m.days,
        updated_at = $6::timestamptz, revision = $7::bigint
    FROM moves m
    WHERE b.user_id = $1 AND b.id = m.id AND b.status = 'planned'
), weeks AS (
    UPDATE microcycles c
    SET start_date = c.start_date + m.days, end_date = c.end_date + m.days,
        updated_at = $6
    FROM moves m
    WHERE c.user_id = $1 AND c.mesocycle_id = m.id
)
UPDATE workout_instances i
SET scheduled_on = n.day, updated_at = $6, revision = $7
FROM unnest($4::uuid[], $5::date[]) AS n(id, day)
WHERE i.user_id = $1 AND i.id = n.id
