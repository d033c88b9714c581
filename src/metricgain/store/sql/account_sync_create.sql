-- Give a new account the count of its changes. Uses sync_state_pkey.
-- Called by store/accounts.py.
INSERT INTO sync_state (user_id, revision) VALUES ($1, 0)
