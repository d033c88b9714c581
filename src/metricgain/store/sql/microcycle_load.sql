-- What is planned in a week? Uses microcycles_pkey,
-- workout_instances_user_id_mesocycle_id_week_number_position_key, workouts_pkey.
-- Called by store/program_rows.py.
SELECT jsonb_build_object(
    'id', w.id, 'mesocycle_id', w.mesocycle_id, 'week_number', w.week_number,
    'start_date', w.start_date, 'end_date', w.end_date, 'is_deload', w.is_deload,
    'target_rir', w.target_rir,
    'workouts', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
            'id', i.id, 'name', t.name, 'position', i.position,
            'scheduled_on', i.scheduled_on, 'status', i.status,
            'planned_sets', (
                SELECT coalesce(sum(coalesce(p.target_sets, p.projected_sets)), 0)
                FROM prescriptions p
                WHERE p.user_id = $1 AND p.workout_instance_id = i.id
            )
        ) ORDER BY i.position)
        FROM workout_instances i
        JOIN workouts t ON t.user_id = i.user_id AND t.id = i.workout_id
        WHERE i.user_id = $1 AND t.user_id = $1 AND i.mesocycle_id = w.mesocycle_id
          AND i.week_number = w.week_number
    ), '[]')
)
FROM microcycles w
WHERE w.user_id = $1 AND w.id = $2
