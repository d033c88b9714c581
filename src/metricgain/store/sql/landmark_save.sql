-- Save a user's landmarks of a muscle unless they were reset later.
-- Uses user_landmarks_pkey and deleted_rows_pkey. Called by store/landmarks.py.
INSERT INTO user_landmarks (
    user_id, muscle, maintenance, mev, target, mrv, revision
)
SELECT $1, $2::text, $3, $4, $5, $6, $7
WHERE NOT EXISTS (
    SELECT FROM deleted_rows d
    WHERE d.user_id = $1 AND d.kind = 'user_landmarks' AND d.key = $2::text
      AND d.made_at > $8 AND d.made_at <= $9
)
ON CONFLICT (user_id, muscle) DO UPDATE SET
    maintenance = EXCLUDED.maintenance,
    mev = EXCLUDED.mev,
    target = EXCLUDED.target,
    mrv = EXCLUDED.mrv,
    revision = EXCLUDED.revision
