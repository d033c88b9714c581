-- Leave a program: delete those of its blocks that are only planned, leaving tombstones
-- for them and their workouts. Blocks that were copied from them forget their parent.
-- Uses macrocycles_user_id_fitness_program_id_order_index_key, mesocycles_pkey,
-- workout_logs_user_id_mesocycle_id_week_number_ix, deleted_rows_pkey, fitness_programs_pkey.
-- Called by store/program_rows.py.
WITH blocks AS (
    SELECT m.id, m.macrocycle_id, m.end_date, m.status = 'planned' AND NOT EXISTS (
        SELECT FROM workout_logs l WHERE l.user_id = $1 AND l.mesocycle_id = m.id
    ) AS goes
    FROM macrocycles a
    JOIN mesocycles m ON m.user_id = a.user_id AND m.macrocycle_id = a.id
    WHERE a.user_id = $1 AND m.user_id = $1 AND a.fitness_program_id = $2
), gone AS (
    SELECT 'mesocycles' AS kind, b.id::text AS key FROM blocks b WHERE b.goes
    UNION ALL
    SELECT 'workout_instances', i.id::text
    FROM workout_instances i
    WHERE i.user_id = $1 AND i.mesocycle_id IN (SELECT b.id FROM blocks b WHERE b.goes)
), tombstones AS (
    INSERT INTO deleted_rows (user_id, kind, key, made_at, revision)
    SELECT $1, g.kind, g.key, $3::timestamptz, $4::bigint FROM gone g
    ON CONFLICT (user_id, kind, key) DO UPDATE
    SET made_at = EXCLUDED.made_at, revision = EXCLUDED.revision
), orphans AS (
    UPDATE mesocycles SET parent_mesocycle_id = NULL, revision = $4
    WHERE user_id = $1
      AND parent_mesocycle_id IN (SELECT b.id FROM blocks b WHERE b.goes)
      AND id NOT IN (SELECT b.id FROM blocks b WHERE b.goes)
), dropped AS (
    DELETE FROM mesocycles
    WHERE user_id = $1 AND id IN (SELECT b.id FROM blocks b WHERE b.goes)
), emptied AS (
    DELETE FROM macrocycles
    WHERE user_id = $1 AND fitness_program_id = $2
      AND id NOT IN (SELECT b.macrocycle_id FROM blocks b WHERE NOT b.goes)
)
UPDATE fitness_programs
SET end_date = (SELECT max(b.end_date) FROM blocks b WHERE NOT b.goes),
    start_date = least(start_date, (
        SELECT max(b.end_date) FROM blocks b WHERE NOT b.goes
    )),
    left_at = CASE
        WHEN EXISTS (SELECT FROM blocks b WHERE b.goes) THEN $3 ELSE left_at
    END,
    updated_at = $3, revision = $4
WHERE user_id = $1 AND id = $2
