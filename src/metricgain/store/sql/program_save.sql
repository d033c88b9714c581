-- Write a program. Uses fitness_programs_pkey. Called by store/programs.py.
INSERT INTO fitness_programs (
    user_id, id, name, description, goal, start_date, end_date, created_at,
    updated_at, revision
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)
