-- Which revision does this change of a user get? Locks the user's row, so changes of
-- one user take turns. Uses sync_state_pkey. Called by store/changes.py.
INSERT INTO sync_state (user_id, revision) VALUES ($1, 1)
ON CONFLICT (user_id) DO UPDATE SET revision = sync_state.revision + 1
RETURNING revision
