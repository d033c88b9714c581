-- What was each muscle and each group given in some ISO weeks, and what are the lifter's
-- landmarks? A set counts once for a group, by its largest share. Uses stats_state_pkey,
-- weekly_stats_pkey, weekly_muscle_stats_pkey,
-- exercise_weekly_summary_user_id_week_start_ix, exercise_muscles_pkey,
-- user_preferences_pkey, user_landmarks_pkey. Called by store/past/kept.py.
WITH muscles AS (
    SELECT
        m.muscle, sum(m.volume_kg) AS volume, sum(m.direct_sets) AS direct_sets,
        sum(m.fractional_sets) AS fractional_sets, sum(m.sessions) AS sessions,
        max(m.last_trained) AS last_trained
    FROM weekly_muscle_stats m
    WHERE m.user_id = $1 AND (m.year, m.week) >= ($2::int, $3::int)
      AND (m.year, m.week) <= ($4::int, $5::int)
    GROUP BY m.muscle
), exercises_done AS (
    SELECT x.exercise_id, sum(x.sets) AS sets, sum(x.volume_kg) AS volume
    FROM exercise_weekly_summary x
    WHERE x.user_id = $1 AND x.week_start BETWEEN $6::date AND $7::date
    GROUP BY x.exercise_id
), shares AS (
    SELECT d.exercise_id, g.muscle_group, max(em.contribution) AS share
    FROM exercises_done d
    JOIN exercise_muscles em ON em.exercise_id = d.exercise_id
    JOIN unnest($8::text[], $9::text[]) AS g (muscle, muscle_group)
        ON g.muscle = em.muscle
    GROUP BY d.exercise_id, g.muscle_group
), groups AS (
    SELECT
        s.muscle_group, sum(s.share * d.volume) AS volume,
        coalesce(sum(d.sets) FILTER (WHERE s.share = 1), 0) AS direct_sets,
        sum(s.share * d.sets) AS fractional_sets
    FROM shares s
    JOIN exercises_done d ON d.exercise_id = s.exercise_id
    GROUP BY s.muscle_group
)
SELECT
    y.computed_at IS NOT NULL AND y.due_from IS NULL AS is_complete,
    jsonb_build_object(
        'weeks', (
            SELECT count(*) FROM weekly_stats w
            WHERE w.user_id = $1 AND (w.year, w.week) >= ($2, $3)
              AND (w.year, w.week) <= ($4, $5)
        ),
        'muscles', coalesce((
            SELECT jsonb_agg(jsonb_build_object(
                'muscle', m.muscle, 'volume', m.volume, 'direct_sets', m.direct_sets,
                'fractional_sets', m.fractional_sets, 'sessions', m.sessions,
                'last_trained', m.last_trained
            ) ORDER BY array_position($8, m.muscle::text))
            FROM muscles m
        ), '[]'),
        'groups', coalesce((
            SELECT jsonb_agg(jsonb_build_object(
                'group', g.muscle_group, 'volume', g.volume,
                'direct_sets', g.direct_sets, 'fractional_sets', g.fractional_sets
            ) ORDER BY array_position($9, g.muscle_group))
            FROM groups g
        ), '[]'),
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
