-- Connect a user to WHOOP, in place of what was there. Uses whoop_connections_pkey.
-- Called by store/whoop.py.
INSERT INTO whoop_connections (
    user_id, member_id, access_token, refresh_token, expires_at, connected_at
)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (user_id) DO UPDATE
SET member_id = EXCLUDED.member_id, access_token = EXCLUDED.access_token,
    refresh_token = EXCLUDED.refresh_token, expires_at = EXCLUDED.expires_at,
    connected_at = EXCLUDED.connected_at, problem = NULL
