-- Has any block of a program begun? Uses macrocycles_user_id_fitness_program_id_order_index_key,
-- mesocycles_pkey, workout_logs_user_id_mesocycle_id_week_number_ix. Called by store/program_rows.py.
SELECT m.name
FROM macrocycles a
JOIN mesocycles m ON m.user_id = a.user_id AND m.macrocycle_id = a.id
WHERE a.user_id = $1 AND m.user_id = $1 AND a.fitness_program_id = $2
  AND (m.status <> 'planned' OR EXISTS (
    SELECT FROM workout_logs l WHERE l.user_id = $1 AND l.mesocycle_id = m.id
  ))
LIMIT 1
