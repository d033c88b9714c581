-- What is in this part of a file? Uses import_file_parts_pkey.
-- Called by store/import_files.py.
SELECT body FROM import_file_parts
WHERE user_id = $1 AND import_file_id = $2 AND part = $3
