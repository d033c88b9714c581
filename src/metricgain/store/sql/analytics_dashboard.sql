-- What does a dashboard show of one day? All of it at once: weeks, muscles, when each
-- was last trained, what was done in 14 days, recent records, the next workout, weeks in
-- a row, landmarks. Uses stats_state_pkey, weekly_stats_pkey, weekly_muscle_stats_pkey,
-- workout_logs_user_id_local_date_ix, workout_logs_pkey, sets_pkey,
-- exercise_muscles_pkey, personal_records_user_id_achieved_on_ix, exercises_pkey,
-- mesocycles_one_active_ix, workouts_pkey, prescriptions_pkey,
-- workout_instances_user_id_mesocycle_id_week_number_position_key,
-- user_preferences_pkey, user_landmarks_pkey. Called by store/past/kept.py.
WITH weeks AS (
    SELECT w.*
    FROM weekly_stats w
    WHERE w.user_id = $1 AND w.week_start <= $3::date
), runs AS (
    SELECT max(n.week_start) AS until, count(*) AS weeks
    FROM (
        SELECT w.week_start,
            w.week_start - 7 * (row_number() OVER (ORDER BY w.week_start))::int AS run
        FROM weeks w
    ) n
    GROUP BY n.run
), done AS (
    SELECT s.exercise_id, count(*) AS sets
    FROM workout_logs l
    JOIN sets s ON s.user_id = $1 AND s.workout_log_id = l.id
    JOIN exercises e ON e.id = s.exercise_id
    WHERE l.user_id = $1 AND l.local_date BETWEEN $2::date - 13 AND $2
      AND l.status <> 'skipped' AND s.set_type <> 'warmup'
      AND (s.reps >= 1 OR s.seconds >= 1 AND e.is_timed)
      AND (s.rir IS NULL OR s.rir <= 4)
    GROUP BY s.exercise_id
), recent AS (
    SELECT
        r.exercise_id, e.name AS exercise_name, e.muscle_group, r.kind, r.reps, r.value,
        r.weight_kg AS weight, r.record_reps, r.achieved_on, r.workout_log_id, r.set_id
    FROM personal_records r
    JOIN exercises e ON e.id = r.exercise_id
    WHERE r.user_id = $1 AND r.achieved_on BETWEEN $2 - 30 AND $2
    ORDER BY r.achieved_on DESC, r.exercise_id, r.kind COLLATE "C", r.reps
    LIMIT 10
), due AS (
    SELECT i.*, m.name AS mesocycle_name, l.status IS NOT NULL AS is_running
    FROM mesocycles m
    JOIN workout_instances i ON i.user_id = $1 AND i.mesocycle_id = m.id
    LEFT JOIN workout_logs l ON l.user_id = $1 AND l.id = i.id
    WHERE m.user_id = $1 AND m.status = 'active' AND i.status = 'scheduled'
    ORDER BY (l.status IS NOT NULL) DESC, i.week_number, i.position
    LIMIT 1
)
SELECT
    y.computed_at IS NOT NULL AND y.due_from IS NULL AS is_complete,
    jsonb_build_object(
        'weeks', coalesce((
            SELECT jsonb_agg(jsonb_build_object(
                'week', jsonb_build_array(w.year, w.week),
                'total_volume', w.total_volume, 'workout_count', w.workout_count,
                'working_sets', w.working_sets,
                'duration_seconds', w.duration_seconds, 'is_deload', w.is_deload
            ) ORDER BY w.week_start)
            FROM weeks w
            WHERE w.week_start >= $3 - 77
        ), '[]'),
        'muscles', coalesce((
            SELECT jsonb_agg(jsonb_build_object(
                'week', jsonb_build_array(m.year, m.week), 'muscle', m.muscle,
                'volume', m.volume_kg, 'direct_sets', m.direct_sets,
                'fractional_sets', m.fractional_sets, 'sessions', m.sessions,
                'last_trained', m.last_trained, 'is_deload', m.is_deload
            ) ORDER BY m.year, m.week, m.muscle COLLATE "C")
            FROM weekly_muscle_stats m
            WHERE m.user_id = $1 AND m.week_start BETWEEN $3 - 7 AND $3
        ), '[]'),
        'last_trained', coalesce((
            SELECT jsonb_object_agg(t.muscle, t.last_trained)
            FROM (
                SELECT m.muscle, max(m.last_trained) AS last_trained
                FROM weekly_muscle_stats m
                WHERE m.user_id = $1 AND m.direct_sets > 0
                GROUP BY m.muscle
            ) t
        ), '{}'),
        'window', coalesce((
            SELECT jsonb_agg(jsonb_build_object(
                'exercise_id', d.exercise_id, 'sets', d.sets,
                'contributions', coalesce((
                    SELECT jsonb_object_agg(em.muscle, em.contribution)
                    FROM exercise_muscles em
                    WHERE em.exercise_id = d.exercise_id
                ), '{}')
            ) ORDER BY d.exercise_id)
            FROM done d
        ), '[]'),
        'records', coalesce((
            SELECT jsonb_agg(
                to_jsonb(r)
                ORDER BY r.achieved_on DESC, r.exercise_id, r.kind COLLATE "C", r.reps
            )
            FROM recent r
        ), '[]'),
        'next_workout', (
            SELECT jsonb_build_object(
                'id', d.id, 'name', k.name, 'mesocycle_id', d.mesocycle_id,
                'mesocycle_name', d.mesocycle_name, 'week_number', d.week_number,
                'scheduled_on', d.scheduled_on, 'is_deload', d.is_deload,
                'is_running', d.is_running,
                'exercises', (
                    SELECT count(*) FROM prescriptions q
                    WHERE q.user_id = $1 AND q.workout_instance_id = d.id
                ),
                'sets', coalesce((
                    SELECT sum(coalesce(q.target_sets, q.projected_sets))
                    FROM prescriptions q
                    WHERE q.user_id = $1 AND q.workout_instance_id = d.id
                ), 0)
            )
            FROM due d
            JOIN workouts k ON k.user_id = $1 AND k.id = d.workout_id
        ),
        'streaks', jsonb_build_object(
            'current', coalesce((SELECT r.weeks FROM runs r WHERE r.until >= $3 - 7), 0),
            'longest', coalesce((SELECT max(r.weeks) FROM runs r), 0)
        ),
        'landmarks', jsonb_build_object(
            'experience', coalesce(p.experience, 'intermediate'),
            'own', coalesce((
                SELECT jsonb_object_agg(l.muscle, jsonb_build_object(
                    'maintenance', l.maintenance, 'mev', l.mev, 'target', l.target,
                    'mrv_at_2', l.mrv
                ))
                FROM user_landmarks l
                WHERE l.user_id = $1
            ), '{}')
        )
    )::text AS found
FROM (VALUES (1)) AS one
LEFT JOIN stats_state y ON y.user_id = $1
LEFT JOIN user_preferences p ON p.user_id = $1
