-- Write the macrocycles of a program. Uses macrocycles_pkey. Called by
-- store/programs.py.
INSERT INTO macrocycles (
    user_id, id, fitness_program_id, name, order_index, start_date, end_date,
    created_at, updated_at, revision
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)
