-- What was deleted, and when? Uses deleted_rows_pkey. Called by store/sync_rows.py.
SELECT d.kind, d.key, d.made_at, d.revision
FROM unnest($2::text[], $3::text[]) AS asked (kind, key)
JOIN deleted_rows d
    ON d.user_id = $1 AND d.kind = asked.kind AND d.key = asked.key
