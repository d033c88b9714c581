-- Who is this lifter: preferences, time zone, own landmarks and gyms? Uses users_pkey,
-- user_preferences_pkey, user_landmarks_pkey, gym_equipment_pkey, gym_days_pkey,
-- whoop_recovery_pkey. Called by store/lifter.py.
SELECT u.timezone, p.weight_unit, p.experience, p.progression_type, p.rir_floor,
       p.allow_three_sets, p.strict_gate, p.session_minutes, p.body_weight_kg,
       p.week_start, p.use_readiness, p.warm_up_percentages, p.rest_heavy_seconds,
       p.rest_compound_seconds, p.rest_isolation_seconds, p.deload_style,
       p.gym_id::text,
       (SELECT jsonb_agg(to_jsonb(e)) FROM gym_equipment e
        WHERE e.user_id = $1) AS equipment,
       (SELECT jsonb_object_agg(d.workout_id, d.gym_id) FROM gym_days d
        WHERE d.user_id = $1) AS days,
       (SELECT jsonb_agg(jsonb_build_array(l.muscle, l.maintenance, l.mev, l.target,
                                           l.mrv))
        FROM user_landmarks l
        WHERE l.user_id = $1) AS landmarks,
       EXISTS (SELECT 1 FROM whoop_recovery r WHERE r.user_id = $1) AS has_nights
FROM users u
LEFT JOIN user_preferences p ON p.user_id = u.id AND p.user_id = $1
WHERE u.id = $1
