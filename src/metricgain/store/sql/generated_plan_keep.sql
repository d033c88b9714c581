-- Keep what was made under a key, and of what was made before only the latest. Uses
-- generated_plans_pkey. Called by store/generated_plans.py.
WITH old AS (
    SELECT g.key
    FROM generated_plans g
    WHERE g.user_id = $1
    ORDER BY g.used_at DESC, g.key
    OFFSET $5
), gone AS (
    DELETE FROM generated_plans
    WHERE user_id = $1 AND key IN (SELECT o.key FROM old o) AND key <> $2
)
INSERT INTO generated_plans (user_id, key, kind, made)
VALUES ($1, $2, $3, $4)
ON CONFLICT (user_id, key) DO NOTHING
