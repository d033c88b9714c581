-- Remember that an import was undone. Uses imports_pkey. Called by store/undoing.py.
UPDATE imports SET undone_at = $3, revision = $4 WHERE user_id = $1 AND id = $2
