-- Compute whole weeks of a user anew, given by their Mondays in order: write what
-- differs, delete what is gone. Which exercises have lost a record, so that all their
-- sets have to be looked at? What counts, and for how much, says docs/statistics.md.
-- There is no join of two computed parts: nobody knows how large they are, and a guess
-- of one row each costs seconds. What is as it was is left out before it is inserted:
-- to meet a conflict locks a row, and writes as much to the log as to change it.
-- Uses workout_logs_user_id_local_date_ix, sets_pkey, exercises_pkey,
-- exercise_muscles_pkey, user_preferences_pkey, weekly_stats_pkey,
-- weekly_muscle_stats_pkey, exercise_weekly_summary_pkey,
-- exercise_weekly_summary_user_id_week_start_ix, personal_records_pkey,
-- personal_records_user_id_achieved_on_ix, stats_state_pkey.
-- Called by store/statistics/recompute.py.
WITH weeks AS MATERIALIZED (
    -- As columns: row-level security lets no index be asked for what is computed.
    SELECT extract(isoyear FROM monday)::int AS year,
        extract(week FROM monday)::int AS week
    FROM unnest($2::date[]) AS monday
), logs AS MATERIALIZED (
    SELECT l.local_date - (extract(isodow FROM l.local_date)::int - 1) AS week_start,
        l.id AS log_id, l.local_date, l.is_deload, l.mesocycle_id IS NULL AS is_free,
        l.body_weight_kg, floor(least(
            coalesce(extract(epoch FROM l.completed_at - l.started_at), 0), 86400
        ))::int AS duration_seconds
    FROM workout_logs l
    WHERE l.user_id = $1
      AND l.local_date BETWEEN ($2::date[])[1] AND ($2::date[])[cardinality($2)] + 6
      AND l.local_date - (extract(isodow FROM l.local_date)::int - 1) = ANY($2)
      AND l.status <> 'skipped'
), loads AS MATERIALIZED (
    SELECT l.week_start, l.log_id, l.local_date, l.is_deload, l.is_free,
        l.duration_seconds, s.exercise_id, s.id AS set_id, s.reps,
        10 * s.reps::bigint + (10 * coalesce(s.rir, 0))::int AS tenths,
        s.flag IS DISTINCT FROM 'to_confirm' AS is_sure,
        round(1000 * CASE coalesce(s.load_kind, e.load_kind)
            WHEN 'external' THEN u.kg * s.weight
            WHEN 'assisted' THEN greatest(0, own.kg - u.kg * s.weight)
            ELSE own.kg + u.kg * s.weight
        END)::int AS load_g
    FROM logs l
    CROSS JOIN LATERAL (
        SELECT t.exercise_id, t.id, t.reps, t.rir, t.flag, t.load_kind, t.weight,
            t.weight_unit, t.seconds
        FROM sets t
        WHERE t.user_id = $1 AND t.workout_log_id = l.log_id
          AND t.set_type <> 'warmup' AND (t.rir IS NULL OR t.rir <= 4)
        -- It keeps the planner from reading all sets of the user first.
        OFFSET 0
    ) s
    JOIN exercises e ON e.id = s.exercise_id
    LEFT JOIN user_preferences p ON p.user_id = $1
    CROSS JOIN LATERAL (
        SELECT CASE s.weight_unit WHEN 'lb' THEN 0.45359237 ELSE 1 END AS kg
    ) u
    CROSS JOIN LATERAL (
        SELECT e.body_weight_factor
            * coalesce(l.body_weight_kg, p.body_weight_kg, $4::numeric) AS kg
    ) own
    WHERE s.reps >= 1 OR s.seconds >= 1 AND e.is_timed
), counted AS MATERIALIZED (
    SELECT d.*, d.load_g::bigint * d.reps AS volume_g,
        -- The estimate that is kept, rounded to the gram: engine/statistics.py.
        CASE
            WHEN d.load_g <= 0 OR d.reps < 1 OR d.tenths > 120 THEN NULL
            WHEN d.tenths = 10 THEN d.load_g
            ELSE (2 * d.load_g::bigint * (300 + d.tenths) + 300) / 600
        END AS e1rm_g
    FROM loads d
), by_exercise AS MATERIALIZED (
    SELECT c.week_start, c.log_id, c.exercise_id, c.local_date, c.is_deload, c.is_free,
        c.duration_seconds, count(*) AS sets, sum(c.volume_g) AS volume_g,
        sum(c.volume_g) FILTER (WHERE c.is_sure) AS sure_g
    FROM counted c
    GROUP BY c.week_start, c.log_id, c.exercise_id, c.local_date, c.is_deload,
        c.is_free, c.duration_seconds
), new_weeks AS MATERIALIZED (
    SELECT t.week_start, extract(isoyear FROM t.week_start)::int AS year,
        extract(week FROM t.week_start)::int AS week,
        count(*) AS workout_count, sum(t.sets) AS working_sets,
        sum(t.volume_g) / 1000 AS total_volume,
        sum(t.duration_seconds) AS duration_seconds,
        coalesce(bool_and(t.is_deload) FILTER (WHERE NOT t.is_free), false)
            AS is_deload
    FROM (
        SELECT b.week_start, b.log_id, b.is_deload, b.is_free, b.duration_seconds,
            sum(b.sets) AS sets, sum(b.volume_g) AS volume_g
        FROM by_exercise b
        GROUP BY b.week_start, b.log_id, b.is_deload, b.is_free, b.duration_seconds
    ) t
    GROUP BY t.week_start
), new_muscles AS MATERIALIZED (
    SELECT b.week_start, extract(isoyear FROM b.week_start)::int AS year,
        extract(week FROM b.week_start)::int AS week, m.muscle,
        coalesce(sum(b.sets) FILTER (WHERE m.contribution = 1), 0) AS direct_sets,
        sum(m.contribution * b.sets) AS fractional_sets,
        sum(m.contribution * b.volume_g) / 1000 AS volume_kg,
        count(DISTINCT b.log_id) FILTER (WHERE m.contribution = 1) AS sessions,
        max(b.local_date) FILTER (WHERE m.contribution = 1) AS last_trained,
        bool_and(b.is_deload) AS is_deload
    FROM by_exercise b
    JOIN exercise_muscles m ON m.exercise_id = b.exercise_id
    GROUP BY b.week_start, m.muscle
), new_exercises AS MATERIALIZED (
    -- The best set first, and beside it what all sets of its week add up to.
    SELECT DISTINCT ON (c.week_start, c.exercise_id)
        c.week_start, extract(isoyear FROM c.week_start)::int AS year,
        extract(week FROM c.week_start)::int AS week, c.exercise_id, c.is_sure,
        c.load_g, c.reps, c.e1rm_g, c.log_id, c.set_id,
        count(*) OVER it AS sets, sum(c.volume_g) OVER it AS volume_g,
        bool_and(c.is_deload) OVER it AS is_deload
    FROM counted c
    WINDOW it AS (PARTITION BY c.week_start, c.exercise_id)
    ORDER BY c.week_start, c.exercise_id, c.is_sure DESC, c.e1rm_g DESC NULLS LAST,
        c.load_g DESC, c.reps DESC, c.local_date, c.log_id, c.set_id
), bests AS MATERIALIZED (
    SELECT DISTINCT ON (a.exercise_id, a.kind, a.reps) a.*
    FROM (
        SELECT c.exercise_id, 'weight' AS kind, c.reps, c.load_g::numeric AS value_g,
            c.load_g, c.reps AS record_reps, c.local_date, c.log_id, c.set_id
        FROM counted c
        WHERE c.is_sure AND NOT c.is_deload AND c.load_g > 0 AND c.reps BETWEEN 1 AND 30
        UNION ALL
        SELECT c.exercise_id, 'e1rm', 0, c.e1rm_g, c.load_g, c.reps, c.local_date,
            c.log_id, c.set_id
        FROM counted c
        WHERE c.is_sure AND NOT c.is_deload AND c.e1rm_g > 0 AND c.tenths <= 100
        UNION ALL
        SELECT b.exercise_id, 'volume', 0, b.sure_g, NULL, NULL, b.local_date, b.log_id,
            NULL
        FROM by_exercise b
        WHERE NOT b.is_deload AND b.sure_g > 0
    ) a
    ORDER BY a.exercise_id, a.kind, a.reps, a.value_g DESC, a.local_date, a.log_id,
        a.set_id
), lost AS MATERIALIZED (
    -- A record of these weeks that they no longer hold may be anywhere by now.
    SELECT DISTINCT k.exercise_id
    FROM (
        SELECT r.exercise_id, r.kind::text AS kind, r.reps, 1000 * r.value AS was_g,
            r.achieved_on AS was_on, NULL::numeric AS is_g, NULL::date AS is_on
        FROM personal_records r
        WHERE r.user_id = $1
          AND r.achieved_on
              BETWEEN ($2::date[])[1] AND ($2::date[])[cardinality($2)] + 6
          AND r.achieved_on - (extract(isodow FROM r.achieved_on)::int - 1) = ANY($2)
        UNION ALL
        SELECT b.exercise_id, b.kind, b.reps, NULL, NULL, b.value_g, b.local_date
        FROM bests b
    ) k
    GROUP BY k.exercise_id, k.kind, k.reps
    HAVING count(k.was_g) > 0 AND (
        count(k.is_g) = 0
        OR (max(k.is_g), max(k.was_on)) < (max(k.was_g), max(k.is_on))
    )
), week_rows AS (
    INSERT INTO weekly_stats AS old (
        user_id, year, week, week_start, workout_count, working_sets,
        duration_seconds, is_deload, total_volume
    )
    SELECT $1, n.year, n.week, n.week_start, n.workout_count, n.working_sets,
        n.duration_seconds, n.is_deload,
        n.total_volume
    FROM new_weeks n
    WHERE NOT EXISTS (
        SELECT FROM weekly_stats o
        WHERE o.user_id = $1 AND o.year = n.year AND o.week = n.week
          AND (o.workout_count, o.working_sets, o.duration_seconds, o.is_deload,
              o.total_volume) IS NOT DISTINCT FROM (n.workout_count, n.working_sets,
              n.duration_seconds, n.is_deload, n.total_volume)
    )
    ON CONFLICT (user_id, year, week) DO UPDATE SET
        week_start = EXCLUDED.week_start,
        workout_count = EXCLUDED.workout_count,
        working_sets = EXCLUDED.working_sets,
        duration_seconds = EXCLUDED.duration_seconds,
        is_deload = EXCLUDED.is_deload,
        total_volume = EXCLUDED.total_volume
    WHERE old.* IS DISTINCT FROM EXCLUDED.*
), week_rows_gone AS (
    DELETE FROM weekly_stats old
    USING weeks w
    WHERE old.user_id = $1 AND old.year = w.year AND old.week = w.week
      AND old.week_start NOT IN (SELECT n.week_start FROM new_weeks n)
), muscle_rows AS (
    INSERT INTO weekly_muscle_stats AS old (
        user_id, year, week, week_start, muscle, direct_sets, sessions, last_trained,
        is_deload, fractional_sets, volume_kg
    )
    SELECT $1, n.year, n.week, n.week_start, n.muscle, n.direct_sets, n.sessions,
        n.last_trained, n.is_deload,
        n.fractional_sets, n.volume_kg
    FROM new_muscles n
    WHERE NOT EXISTS (
        SELECT FROM weekly_muscle_stats o
        WHERE o.user_id = $1 AND o.year = n.year AND o.week = n.week
          AND o.muscle = n.muscle
          AND (o.direct_sets, o.sessions, o.last_trained, o.is_deload,
              o.fractional_sets, o.volume_kg) IS NOT DISTINCT FROM (n.direct_sets,
              n.sessions, n.last_trained, n.is_deload, n.fractional_sets,
              round(n.volume_kg, 3))
    )
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
    DELETE FROM weekly_muscle_stats old
    USING weeks w
    WHERE old.user_id = $1 AND old.year = w.year AND old.week = w.week
      AND (old.week_start, old.muscle) NOT IN (
          SELECT n.week_start, n.muscle FROM new_muscles n
      )
), exercise_rows AS (
    INSERT INTO exercise_weekly_summary AS old (
        user_id, exercise_id, year, week, week_start, sets, best_reps, best_set_id,
        best_log_id, is_deload, volume_kg, best_weight_kg, max_one_rm
    )
    SELECT $1, n.exercise_id, n.year, n.week, n.week_start, n.sets,
        best.reps, best.set_id, best.log_id, n.is_deload, n.volume_g / 1000,
        best.weight_kg, best.one_rm
    FROM new_exercises n
    CROSS JOIN LATERAL (
        SELECT CASE WHEN n.is_sure THEN n.reps END AS reps,
            CASE WHEN n.is_sure THEN n.set_id END AS set_id,
            CASE WHEN n.is_sure THEN n.log_id END AS log_id,
            CASE WHEN n.is_sure THEN n.load_g / 1000.0 END AS weight_kg,
            CASE WHEN n.is_sure THEN n.e1rm_g / 1000.0 END AS one_rm
    ) best
    WHERE NOT EXISTS (
        SELECT FROM exercise_weekly_summary o
        WHERE o.user_id = $1 AND o.exercise_id = n.exercise_id
          AND o.year = n.year AND o.week = n.week
          AND (o.sets, o.best_reps, o.best_set_id, o.best_log_id, o.is_deload,
              o.volume_kg, o.best_weight_kg, o.max_one_rm) IS NOT DISTINCT FROM (n.sets,
              best.reps, best.set_id, best.log_id, n.is_deload, n.volume_g / 1000,
              best.weight_kg, best.one_rm)
    )
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
    DELETE FROM exercise_weekly_summary old
    WHERE old.user_id = $1 AND old.week_start = ANY($2)
      AND (old.week_start, old.exercise_id) NOT IN (
          SELECT n.week_start, n.exercise_id FROM new_exercises n
      )
), record_rows AS (
    INSERT INTO personal_records AS old (
        user_id, exercise_id, kind, reps, achieved_on, workout_log_id, set_id,
        record_reps, value, weight_kg
    )
    SELECT $1, n.exercise_id, n.kind, n.reps, n.local_date, n.log_id, n.set_id,
        n.record_reps, n.value_g / 1000.0, n.load_g / 1000.0
    FROM bests n
    WHERE n.exercise_id NOT IN (SELECT lost.exercise_id FROM lost) AND NOT EXISTS (
        -- A record of another week stays, unless it is beaten or was equalled before.
        SELECT FROM personal_records o
        WHERE o.user_id = $1 AND o.exercise_id = n.exercise_id AND o.kind = n.kind
          AND o.reps = n.reps AND CASE
              WHEN o.achieved_on - (extract(isodow FROM o.achieved_on)::int - 1)
                  = ANY($2)
              THEN (o.achieved_on, o.workout_log_id, o.set_id, o.record_reps, o.value,
                  o.weight_kg) IS NOT DISTINCT FROM (n.local_date, n.log_id, n.set_id,
                  n.record_reps, n.value_g / 1000.0, n.load_g / 1000.0)
              ELSE (n.value_g / 1000.0, o.achieved_on) <= (o.value, n.local_date)
          END
    )
    ON CONFLICT (user_id, exercise_id, kind, reps) DO UPDATE SET
        achieved_on = EXCLUDED.achieved_on,
        workout_log_id = EXCLUDED.workout_log_id,
        set_id = EXCLUDED.set_id,
        record_reps = EXCLUDED.record_reps,
        value = EXCLUDED.value,
        weight_kg = EXCLUDED.weight_kg
), state AS (
    INSERT INTO stats_state (user_id, computed_at)
    SELECT $1, $3::timestamptz
    -- Whether a user has changed lately needs no better clock than that.
    WHERE NOT EXISTS (
        SELECT FROM stats_state y
        WHERE y.user_id = $1 AND y.due_from IS NULL
          AND y.computed_at >= $3::timestamptz - interval '1 hour'
    )
    ON CONFLICT (user_id) DO UPDATE SET
        due_from = NULL, computed_at = EXCLUDED.computed_at
)
SELECT coalesce(array_agg(lost.exercise_id), '{}') FROM lost
