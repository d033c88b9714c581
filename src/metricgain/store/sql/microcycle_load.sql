-- What is planned in a week, and what came of it by $3? Uses microcycles_pkey,
-- mesocycles_pkey, workout_instances_user_id_mesocycle_id_week_number_position_key,
-- workouts_pkey, prescriptions_pkey, workout_logs_pkey, sets_pkey and
-- exercise_muscles_pkey. Called by store/program_rows.py.
WITH here AS (
    SELECT w.*, m.status AS block_status,
           ($3::timestamptz AT TIME ZONE u.timezone)::date AS today
    FROM microcycles w
    JOIN mesocycles m ON m.user_id = $1 AND m.id = w.mesocycle_id
    JOIN users u ON u.id = $1
    WHERE w.user_id = $1 AND w.id = $2
), planned AS (
    SELECT i.id, t.name, i.position, i.scheduled_on, i.status,
           l.status AS log_status,
           i.status = 'scheduled' AND l.status IS NULL AND h.block_status <> 'planned'
               AND i.scheduled_on < h.today AS is_missed
    FROM here h
    JOIN workout_instances i
        ON i.mesocycle_id = h.mesocycle_id AND i.week_number = h.week_number
    JOIN workouts t ON t.user_id = $1 AND t.id = i.workout_id
    LEFT JOIN workout_logs l ON l.user_id = $1 AND l.id = i.id
    WHERE i.user_id = $1
), asked AS (
    SELECT p.workout_instance_id AS id, p.exercise_id,
           coalesce(p.target_sets, p.projected_sets) AS sets, p.done_sets
    FROM prescriptions p
    WHERE p.user_id = $1 AND p.workout_instance_id IN (SELECT planned.id FROM planned)
), logged AS (
    SELECT s.workout_log_id AS id, s.exercise_id, count(*) AS sets
    FROM sets s
    WHERE s.user_id = $1 AND s.workout_log_id IN (SELECT planned.id FROM planned)
      AND s.set_type <> 'warmup' AND (s.reps >= 1 OR s.seconds >= 1)
    GROUP BY s.workout_log_id, s.exercise_id
), done AS (
    SELECT g.id, g.exercise_id, g.sets FROM logged g
    UNION ALL
    -- Of a block that is archived, the sets themselves are put away.
    SELECT a.id, a.exercise_id, a.done_sets
    FROM asked a
    WHERE a.done_sets > 0 AND a.id NOT IN (SELECT g.id FROM logged g)
), muscles AS (
    SELECT em.muscle,
           sum(x.planned) FILTER (WHERE em.contribution = 1) AS planned_direct,
           sum(x.done) FILTER (WHERE em.contribution = 1) AS done_direct,
           sum(x.planned * em.contribution) AS planned_fractional,
           sum(x.done * em.contribution) AS done_fractional
    FROM (
        SELECT a.exercise_id, a.sets AS planned, 0 AS done FROM asked a
        UNION ALL
        SELECT d.exercise_id, 0, d.sets FROM done d
    ) x
    JOIN exercise_muscles em ON em.exercise_id = x.exercise_id
    GROUP BY em.muscle
)
SELECT jsonb_build_object(
    'id', h.id, 'mesocycle_id', h.mesocycle_id, 'week_number', h.week_number,
    'start_date', h.start_date, 'end_date', h.end_date, 'is_deload', h.is_deload,
    'target_rir', h.target_rir,
    'workouts', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
            'id', p.id, 'name', p.name, 'position', p.position,
            'scheduled_on', p.scheduled_on, 'status', p.status,
            'planned_sets', (
                SELECT coalesce(sum(a.sets), 0) FROM asked a WHERE a.id = p.id
            ),
            'done_sets', (
                SELECT coalesce(sum(d.sets), 0) FROM done d WHERE d.id = p.id
            )
        ) ORDER BY p.position)
        FROM planned p
    ), '[]'),
    'metrics', (
        SELECT jsonb_build_object(
            'workouts', count(*),
            'completed', count(*) FILTER (WHERE p.status = 'completed'),
            'skipped', count(*) FILTER (WHERE p.status = 'skipped'),
            'missed', count(*) FILTER (WHERE p.is_missed),
            'has_begun', bool_or(p.log_status IS NOT NULL OR p.status <> 'scheduled'),
            'planned_sets', (SELECT coalesce(sum(a.sets), 0) FROM asked a),
            'done_sets', (SELECT coalesce(sum(d.sets), 0) FROM done d),
            'muscles', coalesce((
                SELECT jsonb_agg(jsonb_build_object(
                    'muscle', m.muscle,
                    'planned_direct', coalesce(m.planned_direct, 0),
                    'done_direct', coalesce(m.done_direct, 0),
                    'planned_fractional', m.planned_fractional,
                    'done_fractional', m.done_fractional
                ) ORDER BY m.muscle)
                FROM muscles m
            ), '[]')
        )
        FROM planned p
    )
)
FROM here h
