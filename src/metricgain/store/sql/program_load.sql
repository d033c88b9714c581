-- What is in a program: its macrocycles, its blocks and their weeks, and how far is it? Uses
-- fitness_programs_pkey, macrocycles_user_id_fitness_program_id_order_index_key,
-- mesocycles_pkey, microcycles_user_id_mesocycle_id_week_number_key.
-- Called by store/program_rows.py.
SELECT jsonb_build_object(
    'id', p.id, 'name', p.name, 'goal', p.goal, 'start_date', p.start_date,
    'end_date', p.end_date,
    'status', CASE
        WHEN p.left_at IS NOT NULL THEN 'left'
        WHEN s.is_untouched THEN 'planned'
        WHEN s.is_ahead THEN 'running'
        ELSE 'finished'
    END,
    'macrocycles', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
            'id', a.id, 'name', a.name, 'order_index', a.order_index,
            'start_date', a.start_date, 'end_date', a.end_date,
            'mesocycles', coalesce((
                SELECT jsonb_agg(jsonb_build_object(
                    'id', m.id, 'name', m.name, 'order_index', m.order_index,
                    'status', m.status, 'duration_weeks', m.duration_weeks,
                    'start_date', m.start_date, 'end_date', m.end_date,
                    'emphasis', coalesce((
                        SELECT jsonb_object_agg(e.muscle, e.emphasis)
                        FROM mesocycle_emphasis e
                        WHERE e.user_id = $1 AND e.mesocycle_id = m.id
                    ), '{}'),
                    'microcycles', coalesce((
                        SELECT jsonb_agg(jsonb_build_object(
                            'id', w.id, 'week_number', w.week_number,
                            'start_date', w.start_date, 'end_date', w.end_date,
                            'is_deload', w.is_deload, 'target_rir', w.target_rir
                        ) ORDER BY w.week_number)
                        FROM microcycles w
                        WHERE w.user_id = $1 AND w.mesocycle_id = m.id
                    ), '[]')
                ) ORDER BY m.order_index)
                FROM mesocycles m
                WHERE m.user_id = $1 AND m.macrocycle_id = a.id
            ), '[]')
        ) ORDER BY a.order_index)
        FROM macrocycles a
        WHERE a.user_id = $1 AND a.fitness_program_id = p.id
    ), '[]')
)
FROM fitness_programs p
CROSS JOIN LATERAL (
    SELECT bool_and(m.status = 'planned') AS is_untouched,
           bool_or(m.status IN ('planned', 'active')) AS is_ahead
    FROM macrocycles a
    JOIN mesocycles m ON m.user_id = $1 AND m.macrocycle_id = a.id
    WHERE a.user_id = $1 AND a.fitness_program_id = p.id
) s
WHERE p.user_id = $1 AND p.id = $2
