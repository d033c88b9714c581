-- Save what a user prefers. Is the body weight another one than before?
-- Uses user_preferences_pkey. Called by store/preferences.py.
UPDATE user_preferences p
SET weight_unit = $2, experience = $3, week_start = $4, language = $5,
    progression_type = $6, rir_floor = $7, allow_three_sets = $8, strict_gate = $9,
    session_minutes = $10, body_weight_kg = $11, revision = $12, use_readiness = $13,
    warm_up_percentages = $14, rest_heavy_seconds = $15, rest_compound_seconds = $16,
    rest_isolation_seconds = $17, deload_style = $18, reminder_minute = $19,
    gym_id = $20
FROM user_preferences old
WHERE p.user_id = $1 AND old.user_id = $1
RETURNING old.body_weight_kg IS DISTINCT FROM p.body_weight_kg
