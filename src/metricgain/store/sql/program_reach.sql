-- Let a program and its macrocycles reach from the first of their blocks to the last. A
-- macrocycle after the first one has the week without a plan before it.
-- Uses macrocycles_user_id_fitness_program_id_order_index_key, mesocycles_pkey,
-- fitness_programs_pkey. Called by store/program_moves.py.
WITH reach AS (
    SELECT m.macrocycle_id, min(m.start_date) AS first, max(m.end_date) AS last
    FROM macrocycles a
    JOIN mesocycles m ON m.user_id = a.user_id AND m.macrocycle_id = a.id
    WHERE a.user_id = $1 AND m.user_id = $1 AND a.fitness_program_id = $2
    GROUP BY m.macrocycle_id
), macros AS (
    UPDATE macrocycles a
    SET start_date = r.first - CASE WHEN a.order_index > 1 THEN 7 ELSE 0 END,
        end_date = r.last, updated_at = $3::timestamptz, revision = $4::bigint
    FROM reach r
    WHERE a.user_id = $1 AND a.id = r.macrocycle_id
)
UPDATE fitness_programs
SET start_date = (SELECT min(r.first) FROM reach r),
    end_date = (SELECT max(r.last) FROM reach r), updated_at = $3, revision = $4
WHERE user_id = $1 AND id = $2
