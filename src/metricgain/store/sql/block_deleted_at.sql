-- When was a block deleted? Uses deleted_rows_pkey. Called by store/editing.py.
SELECT d.made_at FROM deleted_rows d
WHERE d.user_id = $1 AND d.kind = 'mesocycles' AND d.key = $2::uuid::text
