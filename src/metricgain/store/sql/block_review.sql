-- What came of a block by $3, exercise by exercise, what was felt and decided in it,
-- which records of it stand, what the same lifts showed in the block before, and what a
-- program plans next? Uses mesocycles_pkey, macrocycles_pkey,
-- workout_instances_user_id_mesocycle_id_week_number_position_key, prescriptions_pkey,
-- workout_logs_pkey, sets_pkey, exercise_feedback_pkey, progression_decisions_pkey and
-- personal_records_user_id_achieved_on_ix. Called by store/block_review.py.
WITH here AS (
    SELECT m.id, m.macrocycle_id, m.start_date, m.status, m.ended_early, m.completed_at,
           ($3::timestamptz AT TIME ZONE u.timezone)::date AS today
    FROM mesocycles m
    JOIN users u ON u.id = $1
    WHERE m.user_id = $1 AND m.id = $2
), planned AS (
    SELECT i.id, i.week_number, i.is_deload, i.scheduled_on, i.status,
           l.status AS log_status, l.local_date,
           i.status = 'skipped' AND h.ended_early
               AND i.scheduled_on > (h.completed_at AT TIME ZONE 'UTC')::date
               AS is_dropped,
           i.status = 'scheduled' AND l.status IS NULL AND i.scheduled_on < h.today
               AS is_missed
    FROM here h
    JOIN workout_instances i ON i.mesocycle_id = h.id
    LEFT JOIN workout_logs l ON l.user_id = $1 AND l.id = i.id
    WHERE i.user_id = $1
), done AS (
    SELECT s.workout_log_id AS id, s.exercise_id, count(*) AS sets
    FROM sets s
    WHERE s.user_id = $1 AND s.workout_log_id IN (SELECT planned.id FROM planned)
      AND s.set_type <> 'warmup' AND (s.reps >= 1 OR s.seconds >= 1)
    GROUP BY s.workout_log_id, s.exercise_id
), before AS (
    SELECT m.id
    FROM here h
    JOIN mesocycles m
        ON m.id <> h.id AND m.start_date < h.start_date
       AND m.status IN ('completed', 'archived')
    WHERE m.user_id = $1
    ORDER BY m.start_date DESC
    LIMIT 1
)
SELECT jsonb_build_object(
    'sessions', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
            'week_number', p.week_number, 'is_deload', p.is_deload,
            'status', p.status, 'log_status', p.log_status,
            'is_dropped', p.is_dropped, 'is_missed', p.is_missed
        ))
        FROM planned p
    ), '[]'),
    'exercises', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
            'exercise_id', q.exercise_id, 'week_number', p.week_number,
            'planned_sets', coalesce(q.target_sets, q.projected_sets),
            -- Of a block that is archived, the sets themselves are put away.
            'done_sets', coalesce(d.sets, q.done_sets, 0),
            'e1rm_kg', q.exposure_e1rm_kg,
            'joint_pain', f.joint_pain, 'is_dropped', p.is_dropped,
            'is_easy', p.is_deload OR q.is_recovery
        ) ORDER BY p.week_number, p.scheduled_on, q.position)
        FROM planned p
        JOIN prescriptions q ON q.user_id = $1 AND q.workout_instance_id = p.id
        LEFT JOIN done d ON d.id = p.id AND d.exercise_id = q.exercise_id
        LEFT JOIN exercise_feedback f
            ON f.user_id = $1 AND f.workout_log_id = p.id
           AND f.exercise_id = q.exercise_id
    ), '[]'),
    'muscles', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
            'muscle', c.muscle, 'week_number', p.week_number, 'kind', c.kind,
            'soreness', c.soreness, 'pump', c.pump, 'challenge', c.challenge,
            'performance', c.performance
        ))
        FROM planned p
        JOIN progression_decisions c ON c.user_id = $1 AND c.workout_log_id = p.id
        WHERE NOT p.is_deload
    ), '[]'),
    'previous', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
            'exercise_id', q.exercise_id, 'week_number', i.week_number,
            'planned_sets', coalesce(q.target_sets, q.projected_sets),
            'done_sets', coalesce(q.done_sets, 0), 'e1rm_kg', q.exposure_e1rm_kg,
            'joint_pain', NULL, 'is_dropped', false,
            'is_easy', i.is_deload OR q.is_recovery
        ))
        FROM before b
        JOIN workout_instances i ON i.user_id = $1 AND i.mesocycle_id = b.id
        JOIN prescriptions q ON q.user_id = $1 AND q.workout_instance_id = i.id
    ), '[]'),
    'records', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
            'exercise_id', r.exercise_id, 'kind', r.kind, 'reps', r.reps,
            'value', r.value, 'achieved_on', r.achieved_on
        ) ORDER BY r.exercise_id, r.kind COLLATE "C", r.reps)
        FROM personal_records r
        WHERE r.user_id = $1
          AND r.achieved_on >= (SELECT min(p.local_date) FROM planned p)
          AND r.achieved_on <= (SELECT max(p.local_date) FROM planned p)
          AND r.workout_log_id IN (SELECT p.id FROM planned p)
    ), '[]'),
    'next_planned', (
        SELECT jsonb_build_object(
            'id', n.id, 'name', n.name, 'start_date', n.start_date,
            'duration_weeks', n.duration_weeks, 'revision', n.revision,
            'program_id', c.fitness_program_id,
            'emphasis', coalesce((
                SELECT jsonb_object_agg(e.muscle, e.emphasis)
                FROM mesocycle_emphasis e
                WHERE e.user_id = $1 AND e.mesocycle_id = n.id
            ), '{}')
        )
        FROM here h
        JOIN macrocycles own ON own.user_id = $1 AND own.id = h.macrocycle_id
        JOIN macrocycles c
            ON c.user_id = $1 AND c.fitness_program_id = own.fitness_program_id
        JOIN mesocycles n
            ON n.user_id = $1 AND n.macrocycle_id = c.id AND n.status = 'planned'
        ORDER BY c.order_index, n.order_index
        LIMIT 1
    )
)
FROM here h
