-- End the sessions of a user that expired, and all but the $3 last seen.
-- Uses sessions_pkey. Called by store/sessions.py.
DELETE FROM sessions
WHERE user_id = $1
  AND (
      expires_at <= $2
      OR token_hash IN (
          SELECT token_hash FROM sessions
          WHERE user_id = $1 AND expires_at > $2
          ORDER BY last_seen_at DESC, token_hash
          OFFSET $3
      )
  )
