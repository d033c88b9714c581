-- Take the turn of a user, as every change does, without making one.
-- Uses sync_state_pkey. Called by store/statistics/rebuild.py.
INSERT INTO sync_state (user_id, revision) VALUES ($1, 0)
ON CONFLICT (user_id) DO UPDATE SET revision = sync_state.revision
