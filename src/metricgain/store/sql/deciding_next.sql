-- Which planned session trains each muscle next (or: this very session, $3), what was planned in its week and the
-- week before, what was last done in its slots, and which decisions point to it? Which
-- decisions of this session does the lifter want otherwise?
-- Uses workout_instances_user_id_mesocycle_id_week_number_position_key,
-- prescriptions_pkey, progression_decisions_pkey and week_changes_pkey.
-- Called by store/deciding_data.py.
WITH here AS (
    SELECT i.id, i.mesocycle_id, i.week_number, i.position
    FROM workout_instances i
    WHERE i.user_id = $1 AND i.id = $2
), trained AS (
    SELECT DISTINCT em.muscle
    FROM exercise_muscles em
    WHERE em.contribution = 1 AND em.exercise_id IN (
        SELECT p.exercise_id FROM prescriptions p
        WHERE p.user_id = $1 AND p.workout_instance_id = $2
        UNION
        SELECT s.exercise_id FROM sets s
        WHERE s.user_id = $1 AND s.workout_log_id = $2 AND s.set_type <> 'warmup'
    )
), next AS (
    SELECT DISTINCT ON (em.muscle)
           em.muscle, i.id, i.workout_id, i.week_number, i.is_deload, i.status
    FROM here
    JOIN workout_instances i
        ON i.mesocycle_id = here.mesocycle_id
       AND (i.week_number, i.position) > (here.week_number, here.position)
    JOIN prescriptions p ON p.user_id = $1 AND p.workout_instance_id = i.id
    JOIN exercise_muscles em
        ON em.exercise_id = p.exercise_id AND em.contribution = 1
       AND em.muscle IN (SELECT trained.muscle FROM trained)
    LEFT JOIN progression_decisions d
        ON d.user_id = $1 AND d.workout_log_id = here.id AND d.muscle = em.muscle
    WHERE $3::uuid IS NULL AND i.user_id = $1
      AND (i.status = 'scheduled' OR i.id = d.to_instance_id)
    ORDER BY em.muscle, (i.id = d.to_instance_id) DESC NULLS LAST,
             i.week_number, i.position
), coming AS (
    SELECT next.id, next.workout_id, next.week_number FROM next
    UNION
    SELECT i.id, i.workout_id, i.week_number
    FROM workout_instances i
    WHERE i.user_id = $1 AND i.id = $3
), weeks AS (
    SELECT i.id, i.workout_id, i.week_number, i.position, i.is_deload, i.status,
           EXISTS (
               SELECT FROM workout_logs l WHERE l.user_id = $1 AND l.id = i.id
           ) AS is_started,
           EXISTS (
               SELECT FROM prescriptions b
               WHERE b.user_id = $1 AND b.workout_instance_id = i.id
                 AND b.rule_id IN ('D2', 'D3')
           ) AS is_after_break,
           (SELECT jsonb_agg(
                jsonb_build_object(
                    'exercise_id', p.exercise_id, 'position', p.position,
                    'target_sets', p.target_sets,
                    'projected_sets', p.projected_sets,
                    'full_sets', p.full_sets, 'is_recovery', p.is_recovery,
                    'target_rir', p.target_rir, 'target_reps', p.target_reps,
                    'target_weight', p.target_weight, 'weight_unit', p.weight_unit,
                    'reps_min', p.target_reps_min, 'reps_max', p.target_reps_max,
                    'moved', coalesce(moved.sets, 0),
                    'moved_because', coalesce(moved.because, '')
                ) ORDER BY p.position)
            FROM prescriptions p
            LEFT JOIN LATERAL (
                SELECT sum(c.new_sets - c.old_sets) AS sets,
                       string_agg(c.because, ' ' ORDER BY c.made_at, c.change_id)
                           AS because
                FROM week_changes c
                WHERE c.user_id = $1 AND c.workout_instance_id = i.id
                  AND c.exercise_id = p.exercise_id AND c.undone_at IS NULL
            ) moved ON true
            WHERE p.user_id = $1 AND p.workout_instance_id = i.id) AS exercises
    FROM here
    JOIN workout_instances i ON i.mesocycle_id = here.mesocycle_id
    WHERE i.user_id = $1
      AND i.week_number BETWEEN (SELECT min(week_number) - 1 FROM coming)
                            AND (SELECT max(week_number) FROM coming)
), lasts AS (
    SELECT coming.id AS instance_id, p.exercise_id, past.*
    FROM coming
    JOIN prescriptions p ON p.user_id = $1 AND p.workout_instance_id = coming.id
    CROSS JOIN LATERAL (
        SELECT
            (array_agg(
                jsonb_build_object(
                    'weight', q.done_weight, 'unit', q.done_unit,
                    'reps', coalesce(q.target_reps, q.done_reps),
                    'e1rm_kg', q.smoothed_e1rm_kg, 'performance', q.performance
                ) ORDER BY i.week_number DESC
             ) FILTER (
                WHERE q.done_sets > 0 AND NOT q.is_recovery AND NOT i.is_deload
             ))[1] AS done,
            (array_agg(
                jsonb_build_object(
                    'weight', q.target_weight, 'unit', q.weight_unit,
                    'reps', q.target_reps
                ) ORDER BY i.week_number DESC
             ) FILTER (
                WHERE q.target_sets IS NOT NULL AND NOT q.is_recovery
             ))[1] AS planned,
            (array_agg(
                jsonb_build_object(
                    'weight', coalesce(q.done_weight, q.target_weight),
                    'unit', coalesce(q.done_unit, q.weight_unit)
                ) ORDER BY i.week_number
             ) FILTER (WHERE coalesce(q.done_weight, q.target_weight) IS NOT NULL)
            )[1] AS first,
            coalesce((array_agg(q.is_recovery ORDER BY i.week_number DESC))[1], false)
                AS after_recovery,
            (array_agg(f.joint_pain ORDER BY i.week_number DESC) FILTER (
                WHERE f.joint_pain IS NOT NULL))[1] AS joint_pain
        FROM workout_instances i
        JOIN prescriptions q
            ON q.user_id = $1 AND q.workout_instance_id = i.id
           AND q.exercise_id = p.exercise_id
        LEFT JOIN exercise_feedback f
            ON f.user_id = $1 AND f.workout_log_id = i.id
           AND f.exercise_id = p.exercise_id
        WHERE i.user_id = $1 AND i.workout_id = coming.workout_id
          AND i.mesocycle_id = (SELECT here.mesocycle_id FROM here)
          AND i.week_number < coming.week_number
    ) past
), decided AS (
    SELECT d.to_instance_id, d.workout_log_id, d.muscle, d.kind, d.gate, d.rule_id,
           d.because, d.delta_raw, d.swap, d.hold_load, d.progression, d.deload,
           d.override,
           i.week_number, i.position
    -- Decisions stay in their block. By way of its sessions, the other decisions of
    -- the user need not be looked at.
    FROM here
    JOIN workout_instances i ON i.user_id = $1 AND i.mesocycle_id = here.mesocycle_id
    JOIN progression_decisions d ON d.user_id = $1 AND d.workout_log_id = i.id
    JOIN coming ON coming.id = d.to_instance_id
    WHERE d.workout_log_id <> $2
)
SELECT
    (SELECT here.week_number FROM here) AS week_number,
    (SELECT here.position FROM here) AS position,
    (SELECT jsonb_agg(to_jsonb(next)) FROM next) AS next,
    (SELECT jsonb_agg(to_jsonb(weeks)) FROM weeks) AS weeks,
    (SELECT jsonb_agg(to_jsonb(lasts)) FROM lasts) AS lasts,
    (SELECT jsonb_agg(to_jsonb(decided)) FROM decided) AS decided,
    (SELECT jsonb_object_agg(d.muscle, d.override)
     FROM progression_decisions d
     WHERE d.user_id = $1 AND d.workout_log_id = $2
       AND d.override IS NOT NULL) AS overrides
