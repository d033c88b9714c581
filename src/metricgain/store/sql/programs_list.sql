-- Which programs does a user have, newest first, and how far is each? Uses
-- fitness_programs_pkey, macrocycles_user_id_fitness_program_id_order_index_key,
-- mesocycles_pkey. Called by store/program_rows.py.
SELECT p.id, p.name, p.goal, p.start_date, p.end_date,
       CASE
           WHEN p.left_at IS NOT NULL THEN 'left'
           WHEN s.is_untouched THEN 'planned'
           WHEN s.is_ahead THEN 'running'
           ELSE 'finished'
       END AS status
FROM fitness_programs p
CROSS JOIN LATERAL (
    SELECT bool_and(m.status = 'planned') AS is_untouched,
           bool_or(m.status IN ('planned', 'active')) AS is_ahead
    FROM macrocycles a
    JOIN mesocycles m ON m.user_id = $1 AND m.macrocycle_id = a.id
    WHERE a.user_id = $1 AND a.fitness_program_id = p.id
) s
WHERE p.user_id = $1
ORDER BY p.start_date DESC NULLS LAST, p.id DESC
LIMIT 200
