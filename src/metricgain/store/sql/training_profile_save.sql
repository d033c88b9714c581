-- Save what a user wants from a plan. Uses training_profiles_pkey.
-- Called by store/training_profiles.py.
INSERT INTO training_profiles (
    user_id, goal, place, horizon_weeks, weekdays, tools, injuries,
    heart_or_illness, is_cleared, is_under_18, is_pregnant, had_surgery, updated_at
)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
ON CONFLICT (user_id) DO UPDATE SET
    goal = EXCLUDED.goal,
    place = EXCLUDED.place,
    horizon_weeks = EXCLUDED.horizon_weeks,
    weekdays = EXCLUDED.weekdays,
    tools = EXCLUDED.tools,
    injuries = EXCLUDED.injuries,
    heart_or_illness = EXCLUDED.heart_or_illness,
    is_cleared = EXCLUDED.is_cleared,
    is_under_18 = EXCLUDED.is_under_18,
    is_pregnant = EXCLUDED.is_pregnant,
    had_surgery = EXCLUDED.had_surgery,
    updated_at = EXCLUDED.updated_at
