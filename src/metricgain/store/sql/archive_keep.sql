-- Keep the sets of a block in small. Uses archived_mesocycles_pkey.
-- Called by store/archiving.py.
INSERT INTO archived_mesocycles (
    user_id, mesocycle_id, archived_at, first_day, last_day, sets, exercise_ids, body
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (user_id, mesocycle_id) DO UPDATE SET
    archived_at = EXCLUDED.archived_at,
    brought_back_at = NULL,
    first_day = EXCLUDED.first_day,
    last_day = EXCLUDED.last_day,
    sets = EXCLUDED.sets,
    exercise_ids = EXCLUDED.exercise_ids,
    body = EXCLUDED.body
