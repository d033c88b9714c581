-- Remember one import: its file, its totals, and what it added. Uses imports_pkey.
-- Called by store/importing.py.
INSERT INTO imports (
    user_id, id, app, file_name, file_hash, totals, findings, workouts_new, sets_new,
    measures_new, log_ids, log_sets, made, created_at, revision
)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
ON CONFLICT (user_id, id) DO NOTHING
