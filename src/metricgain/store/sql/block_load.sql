-- What is planned in one block, and what came of it? Uses mesocycles_pkey,
-- mesocycle_emphasis_pkey, macrocycles_pkey, archived_mesocycles_pkey,
-- microcycles_user_id_mesocycle_id_week_number_key,
-- workouts_user_id_mesocycle_id_position_in_week_key,
-- workout_exercises_user_id_workout_id_exercise_id_key,
-- workout_instances_user_id_mesocycle_id_week_number_position_key, prescriptions_pkey,
-- workout_logs_pkey, workout_logs_user_id_local_date_ix. Called by store/mesocycles.py.
SELECT jsonb_build_object(
    'id', m.id,
    'name', m.name,
    'description', m.description,
    'duration_weeks', m.duration_weeks,
    'current_week', m.current_week,
    'status', m.status,
    'start_date', m.start_date,
    'end_date', m.end_date,
    'days_per_week', m.days_per_week,
    'completed_at', m.completed_at,
    'ended_early', m.ended_early,
    'parent_mesocycle_id', m.parent_mesocycle_id,
    'copied_from_week', m.copied_from_week,
    'program_id', (
        SELECT a.fitness_program_id FROM macrocycles a
        WHERE a.user_id = $1 AND a.id = m.macrocycle_id
    ),
    'updated_at', m.updated_at,
    'archived_at', (
        SELECT a.archived_at FROM archived_mesocycles a
        WHERE a.user_id = $1 AND a.mesocycle_id = $2 AND a.body IS NOT NULL
    ),
    'revision', m.revision,
    'last_trained', (
        SELECT max(l.local_date) FROM workout_logs l
        WHERE l.user_id = $1 AND l.status = 'completed'
    ),
    'emphasis', coalesce((
        SELECT jsonb_object_agg(e.muscle, e.emphasis)
        FROM mesocycle_emphasis e
        WHERE e.user_id = $1 AND e.mesocycle_id = $2
    ), '{}'),
    'weeks', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
            'id', c.id, 'number', c.week_number, 'start', c.start_date,
            'end', c.end_date, 'is_deload', c.is_deload, 'rir', c.target_rir
        ) ORDER BY c.week_number)
        FROM microcycles c
        WHERE c.user_id = $1 AND c.mesocycle_id = $2
    ), '[]'),
    'workouts', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
            'id', w.id, 'name', w.name, 'weekday', w.day_of_week,
            'position', w.position_in_week, 'updated_at', w.updated_at,
            'slots', coalesce((
                SELECT jsonb_agg(jsonb_build_object(
                    'id', x.id, 'exercise_id', x.exercise_id, 'sets', x.target_sets,
                    'rep_min', x.target_reps_min, 'rep_max', x.target_reps_max,
                    'superset', x.superset, 'notes', x.notes
                ) ORDER BY x.position)
                FROM workout_exercises x
                WHERE x.user_id = $1 AND x.workout_id = w.id
            ), '[]')
        ) ORDER BY w.position_in_week)
        FROM workouts w
        WHERE w.user_id = $1 AND w.mesocycle_id = $2
    ), '[]'),
    'sessions', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
            'id', i.id, 'workout_id', i.workout_id, 'microcycle_id', i.microcycle_id,
            'week_number', i.week_number, 'position', i.position,
            'scheduled_on', i.scheduled_on, 'status', i.status,
            'is_deload', i.is_deload, 'prescribed_at', i.prescribed_at,
            'log_status', l.status,
            'exercises', coalesce((
                SELECT jsonb_agg(jsonb_build_object(
                    'exercise_id', p.exercise_id, 'target_sets', p.target_sets,
                    'projected_sets', p.projected_sets, 'reps', p.target_reps,
                    'rep_min', p.target_reps_min, 'rep_max', p.target_reps_max,
                    'weight', p.target_weight::text, 'unit', p.weight_unit,
                    'rir', p.target_rir, 'superset', p.superset, 'swap', p.swap,
                    'full_sets', p.full_sets, 'is_recovery', p.is_recovery,
                    'done_sets', p.done_sets, 'because', p.because,
                    'rule_id', p.rule_id
                ) ORDER BY p.position)
                FROM prescriptions p
                WHERE p.user_id = $1 AND p.workout_instance_id = i.id
            ), '[]')
        ) ORDER BY i.week_number, i.position)
        FROM workout_instances i
        LEFT JOIN workout_logs l ON l.user_id = $1 AND l.id = i.id
        WHERE i.user_id = $1 AND i.mesocycle_id = $2
    ), '[]')
) AS block
FROM mesocycles m
WHERE m.user_id = $1 AND m.id = $2
