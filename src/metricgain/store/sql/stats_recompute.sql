-- Compute whole weeks of a user anew, each given by its Monday: write what differs,
-- delete what is gone. Which exercises have lost a record, so that all their sets have
-- to be looked at? What counts, and for how much, is told by docs/statistics.md.
-- Uses workout_logs_user_id_local_date_ix, sets_pkey, exercises_pkey,
-- exercise_muscles_pkey, user_preferences_pkey, weekly_stats_pkey,
-- weekly_muscle_stats_pkey, exercise_weekly_summary_pkey,
-- exercise_weekly_summary_user_id_week_start_ix, personal_records_pkey,
-- personal_records_user_id_achieved_on_ix, stats_state_pkey.
-- Called by store/statistics/recompute.py.
WITH weeks AS MATERIALIZED (
    SELECT w.week_start, extract(isoyear FROM w.week_start)::smallint AS year,
        extract(week FROM w.week_start)::smallint AS week
    FROM unnest($2::date[]) AS w (week_start)
), counted AS MATERIALIZED (
    SELECT w.week_start, l.id AS log_id, l.local_date, l.is_deload, s.exercise_id,
        s.id AS set_id, s.reps, n.tenths, g.load_g,
        g.load_g::bigint * s.reps AS volume_g,
        s.flag IS DISTINCT FROM 'to_confirm' AS is_sure,
        -- The estimate that is kept, rounded to the gram: engine/statistics.py.
        CASE
            WHEN g.load_g <= 0 OR n.tenths > 120 THEN NULL
            WHEN n.tenths = 10 THEN g.load_g
            ELSE (2 * g.load_g::bigint * (300 + n.tenths) + 300) / 600
        END AS e1rm_g
    FROM weeks w
    JOIN workout_logs l
        ON l.user_id = $1 AND l.local_date BETWEEN w.week_start AND w.week_start + 6
    JOIN sets s ON s.user_id = $1 AND s.workout_log_id = l.id
    JOIN exercises e ON e.id = s.exercise_id
    CROSS JOIN LATERAL (
        SELECT 10 * s.reps + (10 * coalesce(s.rir, 0))::int AS tenths,
            CASE s.weight_unit WHEN 'lb' THEN 0.45359237 * s.weight ELSE s.weight END
                AS kg
    ) n
    CROSS JOIN LATERAL (
        SELECT round(1000 * CASE coalesce(s.load_kind, e.load_kind)
            WHEN 'external' THEN n.kg
            WHEN 'assisted' THEN greatest(0, e.body_weight_factor * coalesce(
                l.body_weight_kg, (SELECT p.body_weight_kg FROM user_preferences p
                                   WHERE p.user_id = $1), $4::numeric) - n.kg)
            ELSE e.body_weight_factor * coalesce(
                l.body_weight_kg, (SELECT p.body_weight_kg FROM user_preferences p
                                   WHERE p.user_id = $1), $4::numeric) + n.kg
        END)::int AS load_g
    ) g
    WHERE l.status <> 'skipped' AND s.set_type <> 'warmup' AND s.reps >= 1
      AND (s.rir IS NULL OR s.rir <= 4)
), by_exercise AS MATERIALIZED (
    SELECT c.week_start, c.log_id, c.local_date, c.is_deload, c.exercise_id,
        count(*) AS sets, sum(c.volume_g) AS volume_g,
        sum(c.volume_g) FILTER (WHERE c.is_sure) AS sure_g
    FROM counted c
    GROUP BY c.week_start, c.log_id, c.local_date, c.is_deload, c.exercise_id
), new_weeks AS (
    SELECT w.year, w.week, w.week_start, count(*) AS workout_count,
        sum(t.sets) AS working_sets, sum(t.volume_g) / 1000 AS total_volume,
        sum(floor(least(
            coalesce(extract(epoch FROM l.completed_at - l.started_at), 0), 86400
        ))) AS duration_seconds,
        coalesce(
            bool_and(l.is_deload) FILTER (WHERE l.mesocycle_id IS NOT NULL), false
        ) AS is_deload
    FROM (
        SELECT b.week_start, b.log_id, sum(b.sets) AS sets, sum(b.volume_g) AS volume_g
        FROM by_exercise b
        GROUP BY b.week_start, b.log_id
    ) t
    JOIN weeks w ON w.week_start = t.week_start
    JOIN workout_logs l ON l.user_id = $1 AND l.id = t.log_id
    GROUP BY w.year, w.week, w.week_start
), new_muscles AS (
    SELECT w.year, w.week, w.week_start, m.muscle,
        coalesce(sum(b.sets) FILTER (WHERE m.contribution = 1), 0) AS direct_sets,
        sum(m.contribution * b.sets) AS fractional_sets,
        sum(m.contribution * b.volume_g) / 1000 AS volume_kg,
        count(DISTINCT b.log_id) FILTER (WHERE m.contribution = 1) AS sessions,
        max(b.local_date) FILTER (WHERE m.contribution = 1) AS last_trained,
        bool_and(b.is_deload) AS is_deload
    FROM by_exercise b
    JOIN weeks w ON w.week_start = b.week_start
    JOIN exercise_muscles m ON m.exercise_id = b.exercise_id
    GROUP BY w.year, w.week, w.week_start, m.muscle
), best_sets AS (
    SELECT DISTINCT ON (c.week_start, c.exercise_id)
        c.week_start, c.exercise_id, c.load_g, c.reps, c.e1rm_g, c.log_id, c.set_id
    FROM counted c
    WHERE c.is_sure
    ORDER BY c.week_start, c.exercise_id, c.e1rm_g DESC NULLS LAST, c.load_g DESC,
        c.reps DESC, c.local_date, c.log_id, c.set_id
), new_exercises AS (
    SELECT w.year, w.week, t.*, t.volume_g / 1000 AS volume_kg,
        s.load_g / 1000.0 AS best_weight_kg, s.reps AS best_reps,
        s.e1rm_g / 1000.0 AS max_one_rm, s.log_id AS best_log_id, s.set_id AS best_set_id
    FROM (
        SELECT b.week_start, b.exercise_id, sum(b.sets) AS sets,
            sum(b.volume_g) AS volume_g, bool_and(b.is_deload) AS is_deload
        FROM by_exercise b
        GROUP BY b.week_start, b.exercise_id
    ) t
    JOIN weeks w ON w.week_start = t.week_start
    LEFT JOIN best_sets s
        ON s.week_start = t.week_start AND s.exercise_id = t.exercise_id
), candidates AS (
    SELECT c.exercise_id, 'weight' AS kind, c.reps, c.load_g::bigint AS value_g,
        c.load_g, c.reps AS record_reps, c.local_date, c.log_id, c.set_id
    FROM counted c
    WHERE c.is_sure AND NOT c.is_deload AND c.load_g > 0 AND c.reps <= 30
    UNION ALL
    SELECT c.exercise_id, 'e1rm', 0, c.e1rm_g, c.load_g, c.reps, c.local_date,
        c.log_id, c.set_id
    FROM counted c
    WHERE c.is_sure AND NOT c.is_deload AND c.e1rm_g > 0 AND c.tenths <= 100
    UNION ALL
    SELECT b.exercise_id, 'volume', 0, b.sure_g::bigint, NULL, NULL, b.local_date,
        b.log_id, NULL
    FROM by_exercise b
    WHERE NOT b.is_deload AND b.sure_g > 0
), bests AS MATERIALIZED (
    SELECT DISTINCT ON (c.exercise_id, c.kind, c.reps) c.*
    FROM candidates c
    ORDER BY c.exercise_id, c.kind, c.reps, c.value_g DESC, c.local_date, c.log_id,
        c.set_id
), touched AS MATERIALIZED (
    SELECT r.exercise_id, r.kind, r.reps, r.value, r.achieved_on
    FROM weeks w
    JOIN personal_records r
        ON r.user_id = $1 AND r.achieved_on BETWEEN w.week_start AND w.week_start + 6
), lost AS MATERIALIZED (
    SELECT DISTINCT t.exercise_id
    FROM touched t
    LEFT JOIN bests b
        ON b.exercise_id = t.exercise_id AND b.kind = t.kind AND b.reps = t.reps
    WHERE b.exercise_id IS NULL
       OR (b.value_g, t.achieved_on) < (1000 * t.value, b.local_date)
), new_records AS (
    SELECT b.*
    FROM bests b
    LEFT JOIN touched t
        ON t.exercise_id = b.exercise_id AND t.kind = b.kind AND t.reps = b.reps
    LEFT JOIN personal_records r
        ON r.user_id = $1 AND r.exercise_id = b.exercise_id AND r.kind = b.kind
       AND r.reps = b.reps
    WHERE b.exercise_id NOT IN (SELECT lost.exercise_id FROM lost)
      AND (
          r.exercise_id IS NULL OR t.exercise_id IS NOT NULL
          OR (b.value_g, r.achieved_on) > (1000 * r.value, b.local_date)
      )
), week_rows AS (
    INSERT INTO weekly_stats AS old (
        user_id, year, week, week_start, workout_count, working_sets,
        duration_seconds, is_deload, total_volume
    )
    SELECT $1, n.year, n.week, n.week_start, n.workout_count, n.working_sets,
        n.duration_seconds, n.is_deload, n.total_volume
    FROM new_weeks n
    ON CONFLICT (user_id, year, week) DO UPDATE SET
        week_start = EXCLUDED.week_start,
        workout_count = EXCLUDED.workout_count,
        working_sets = EXCLUDED.working_sets,
        duration_seconds = EXCLUDED.duration_seconds,
        is_deload = EXCLUDED.is_deload,
        total_volume = EXCLUDED.total_volume
    WHERE old.* IS DISTINCT FROM EXCLUDED.*
), week_rows_gone AS (
    DELETE FROM weekly_stats old USING weeks w
    WHERE old.user_id = $1 AND old.year = w.year AND old.week = w.week
      AND w.week_start NOT IN (SELECT n.week_start FROM new_weeks n)
), muscle_rows AS (
    INSERT INTO weekly_muscle_stats AS old (
        user_id, year, week, week_start, muscle, direct_sets, sessions, last_trained,
        is_deload, fractional_sets, volume_kg
    )
    SELECT $1, n.year, n.week, n.week_start, n.muscle, n.direct_sets, n.sessions,
        n.last_trained, n.is_deload, n.fractional_sets, n.volume_kg
    FROM new_muscles n
    ON CONFLICT (user_id, year, week, muscle) DO UPDATE SET
        week_start = EXCLUDED.week_start,
        direct_sets = EXCLUDED.direct_sets,
        sessions = EXCLUDED.sessions,
        last_trained = EXCLUDED.last_trained,
        is_deload = EXCLUDED.is_deload,
        fractional_sets = EXCLUDED.fractional_sets,
        volume_kg = EXCLUDED.volume_kg
    WHERE old.* IS DISTINCT FROM EXCLUDED.*
), muscle_rows_gone AS (
    DELETE FROM weekly_muscle_stats old USING weeks w
    WHERE old.user_id = $1 AND old.year = w.year AND old.week = w.week
      AND (w.week_start, old.muscle) NOT IN (
          SELECT n.week_start, n.muscle FROM new_muscles n
      )
), exercise_rows AS (
    INSERT INTO exercise_weekly_summary AS old (
        user_id, exercise_id, year, week, week_start, sets, best_reps, best_set_id,
        best_log_id, is_deload, volume_kg, best_weight_kg, max_one_rm
    )
    SELECT $1, n.exercise_id, n.year, n.week, n.week_start, n.sets, n.best_reps,
        n.best_set_id, n.best_log_id, n.is_deload, n.volume_kg, n.best_weight_kg,
        n.max_one_rm
    FROM new_exercises n
    ON CONFLICT (user_id, exercise_id, year, week) DO UPDATE SET
        week_start = EXCLUDED.week_start,
        sets = EXCLUDED.sets,
        best_reps = EXCLUDED.best_reps,
        best_set_id = EXCLUDED.best_set_id,
        best_log_id = EXCLUDED.best_log_id,
        is_deload = EXCLUDED.is_deload,
        volume_kg = EXCLUDED.volume_kg,
        best_weight_kg = EXCLUDED.best_weight_kg,
        max_one_rm = EXCLUDED.max_one_rm
    WHERE old.* IS DISTINCT FROM EXCLUDED.*
), exercise_rows_gone AS (
    DELETE FROM exercise_weekly_summary old USING weeks w
    WHERE old.user_id = $1 AND old.week_start = w.week_start
      AND (w.week_start, old.exercise_id) NOT IN (
          SELECT n.week_start, n.exercise_id FROM new_exercises n
      )
), record_rows AS (
    INSERT INTO personal_records AS old (
        user_id, exercise_id, kind, reps, achieved_on, workout_log_id, set_id,
        record_reps, value, weight_kg
    )
    SELECT $1, n.exercise_id, n.kind, n.reps, n.local_date, n.log_id, n.set_id,
        n.record_reps, n.value_g / 1000.0, n.load_g / 1000.0
    FROM new_records n
    ON CONFLICT (user_id, exercise_id, kind, reps) DO UPDATE SET
        achieved_on = EXCLUDED.achieved_on,
        workout_log_id = EXCLUDED.workout_log_id,
        set_id = EXCLUDED.set_id,
        record_reps = EXCLUDED.record_reps,
        value = EXCLUDED.value,
        weight_kg = EXCLUDED.weight_kg
    WHERE old.* IS DISTINCT FROM EXCLUDED.*
), state AS (
    INSERT INTO stats_state AS old (user_id, computed_at) VALUES ($1, $3)
    ON CONFLICT (user_id) DO UPDATE SET
        due_from = NULL, computed_at = EXCLUDED.computed_at
    -- Whether a user has changed lately needs no better clock than that.
    WHERE old.due_from IS NOT NULL
       OR old.computed_at < EXCLUDED.computed_at - interval '1 hour'
)
SELECT coalesce(array_agg(lost.exercise_id), '{}') FROM lost
