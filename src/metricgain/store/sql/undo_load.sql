-- What did this import bring, and when? Uses imports_pkey. Called by store/undoing.py.
SELECT id, app, file_name, log_ids, log_sets, made, revision, created_at, undone_at
FROM imports
WHERE user_id = $1 AND id = $2
