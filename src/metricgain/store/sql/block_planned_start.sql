-- Begin a block that a program holds; its macrocycle and its program reach as far as it
-- does. Uses mesocycles_pkey, macrocycles_pkey, fitness_programs_pkey. Called by
-- store/starting.py.
WITH begun AS (
    UPDATE mesocycles
    SET status = 'active', name = $3, duration_weeks = $4, days_per_week = $5,
        start_date = $6::date, end_date = $7::date, updated_at = $8::timestamptz,
        revision = $9::bigint
    WHERE user_id = $1 AND id = $2 AND status = 'planned'
    RETURNING macrocycle_id
), widened AS (
    UPDATE macrocycles a
    SET start_date = least(a.start_date, $6), end_date = greatest(a.end_date, $7),
        updated_at = $8, revision = $9
    FROM begun b
    WHERE a.user_id = $1 AND a.id = b.macrocycle_id
    RETURNING a.fitness_program_id
)
UPDATE fitness_programs p
SET start_date = least(p.start_date, $6), end_date = greatest(p.end_date, $7),
    updated_at = $8, revision = $9
FROM widened w
WHERE p.user_id = $1 AND p.id = w.fitness_program_id
