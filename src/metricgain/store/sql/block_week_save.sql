-- Add or change a week of a block. Uses microcycles_pkey. Called by store/mesocycles.py.
INSERT INTO microcycles (
    user_id, id, mesocycle_id, week_number, start_date, end_date, is_deload, target_rir,
    created_at, updated_at
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
ON CONFLICT (user_id, id) DO UPDATE SET
    start_date = EXCLUDED.start_date,
    end_date = EXCLUDED.end_date,
    is_deload = EXCLUDED.is_deload,
    target_rir = EXCLUDED.target_rir,
    updated_at = EXCLUDED.updated_at
