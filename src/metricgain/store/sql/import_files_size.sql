-- How much does the user keep here? Uses import_files_pkey.
-- Called by store/import_files.py.
SELECT coalesce(sum(size), 0)::bigint FROM import_files WHERE user_id = $1
