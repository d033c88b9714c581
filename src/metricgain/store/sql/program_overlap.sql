-- What runs in some weeks: the latest block on them that is active, or ahead in a program
-- that has begun? Uses mesocycles_pkey, macrocycles_pkey, fitness_programs_pkey,
-- macrocycles_user_id_fitness_program_id_order_index_key. Called by
-- store/program_overlap.py.
SELECT coalesce(p.name, m.name) AS name, m.end_date AS until
FROM mesocycles m
LEFT JOIN macrocycles a ON a.user_id = $1 AND a.id = m.macrocycle_id
LEFT JOIN fitness_programs p ON p.user_id = $1 AND p.id = a.fitness_program_id
WHERE m.user_id = $1 AND m.start_date <= $3 AND m.end_date >= $2
  AND (m.status = 'active' OR m.status = 'planned' AND EXISTS (
    SELECT FROM macrocycles b
    JOIN mesocycles o ON o.user_id = $1 AND o.macrocycle_id = b.id
    WHERE b.user_id = $1 AND b.fitness_program_id = p.id AND o.status <> 'planned'
  ))
ORDER BY m.end_date DESC
LIMIT 1
