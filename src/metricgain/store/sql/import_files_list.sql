-- Which files of the user wait, the latest first? Uses import_files_pkey.
-- Called by store/import_files.py.
SELECT id, file_name, size, file_hash, created_at
FROM import_files
WHERE user_id = $1 AND ($2::uuid IS NULL OR id = $2)
ORDER BY created_at DESC, id DESC
LIMIT 100
