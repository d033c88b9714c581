-- Which weekly set counts does this user hold for own landmarks?
-- Uses user_landmarks_pkey. Called by store/sync_rows.py.
SELECT muscle, maintenance, mev, target, mrv, revision
FROM user_landmarks
WHERE user_id = $1 AND muscle = ANY($2::text[])
