-- Which programs does a user have, newest first? Uses fitness_programs_pkey.
-- Called by store/program_rows.py.
SELECT p.id, p.name, p.goal, p.start_date, p.end_date
FROM fitness_programs p
WHERE p.user_id = $1
ORDER BY p.start_date DESC NULLS LAST, p.id DESC
LIMIT 200
