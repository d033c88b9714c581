-- Delete a program with its blocks, leaving tombstones for them and their workouts.
-- Blocks that were copied from them forget their parent.
-- Uses fitness_programs_pkey, macrocycles_user_id_fitness_program_id_order_index_key,
-- mesocycles_pkey, deleted_rows_pkey. Called by store/program_rows.py.
WITH blocks AS (
    SELECT m.id
    FROM macrocycles a
    JOIN mesocycles m ON m.user_id = a.user_id AND m.macrocycle_id = a.id
    WHERE a.user_id = $1 AND m.user_id = $1 AND a.fitness_program_id = $2
), gone AS (
    SELECT 'mesocycles' AS kind, b.id::text AS key FROM blocks b
    UNION ALL
    SELECT 'workout_instances', i.id::text
    FROM workout_instances i
    WHERE i.user_id = $1 AND i.mesocycle_id IN (SELECT b.id FROM blocks b)
), tombstones AS (
    INSERT INTO deleted_rows (user_id, kind, key, made_at, revision)
    SELECT $1, g.kind, g.key, $3, $4 FROM gone g
    ON CONFLICT (user_id, kind, key) DO UPDATE
    SET made_at = EXCLUDED.made_at, revision = EXCLUDED.revision
), orphans AS (
    UPDATE mesocycles SET parent_mesocycle_id = NULL, revision = $4
    WHERE user_id = $1 AND parent_mesocycle_id IN (SELECT b.id FROM blocks b)
      AND id NOT IN (SELECT b.id FROM blocks b)
)
DELETE FROM fitness_programs WHERE user_id = $1 AND id = $2
