-- Keep a part of a file. Uses import_file_parts_pkey. Called by store/import_files.py.
INSERT INTO import_file_parts (user_id, import_file_id, part, body)
VALUES ($1, $2, $3, $4)
