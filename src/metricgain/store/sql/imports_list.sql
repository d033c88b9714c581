-- Which files has the user imported, the latest first? Uses imports_pkey.
-- Called by store/importing.py.
SELECT id, app, file_name, file_hash, totals, findings, workouts_new, sets_new,
    measures_new, created_at, undone_at
FROM imports
WHERE user_id = $1 AND ($3::uuid IS NULL OR id < $3)
ORDER BY id DESC
LIMIT $2
