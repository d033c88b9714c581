-- Who is this lifter: preferences, time zone and own landmarks? Uses users_pkey,
-- user_preferences_pkey, user_landmarks_pkey, whoop_recovery_pkey. Called by store/lifter.py.
SELECT u.timezone, p.weight_unit, p.experience, p.progression_type, p.rir_floor,
       p.allow_three_sets, p.strict_gate, p.session_minutes, p.body_weight_kg,
       p.week_start, p.equipment, p.use_readiness,
       (SELECT jsonb_agg(jsonb_build_array(l.muscle, l.maintenance, l.mev, l.target,
                                           l.mrv))
        FROM user_landmarks l
        WHERE l.user_id = $1) AS landmarks,
       EXISTS (SELECT 1 FROM whoop_recovery r WHERE r.user_id = $1) AS has_nights
FROM users u
LEFT JOIN user_preferences p ON p.user_id = u.id AND p.user_id = $1
WHERE u.id = $1
