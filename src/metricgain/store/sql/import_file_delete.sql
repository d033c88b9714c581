-- Let go of a file. Uses import_files_pkey. Called by store/import_files.py.
DELETE FROM import_files WHERE user_id = $1 AND id = $2
