-- Keep a file that waits for its import. Uses import_files_pkey.
-- Called by store/import_files.py.
INSERT INTO import_files (user_id, id, file_name, size, file_hash, created_at)
VALUES ($1, $2, $3, $4, $5, $6)
