-- What does this user prefer? Uses users_pkey, user_preferences_pkey.
-- Called by store/sync_rows.py.
SELECT
    p.weight_unit, p.experience, p.week_start, p.language, p.progression_type,
    p.rir_floor, p.allow_three_sets, p.strict_gate, p.use_readiness, p.session_minutes,
    p.body_weight_kg::float8, p.warm_up_percentages, p.rest_heavy_seconds,
    p.rest_compound_seconds, p.rest_isolation_seconds, p.deload_style,
    p.reminder_minute, p.gym_id, u.timezone, p.revision
FROM user_preferences p
JOIN users u ON u.id = p.user_id
WHERE p.user_id = $1
