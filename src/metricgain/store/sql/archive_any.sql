-- Is any block of this user archived? Uses archived_mesocycles_pkey.
-- Called by store/archive/seeing.py.
SELECT EXISTS (
    SELECT FROM archived_mesocycles a WHERE a.user_id = $1 AND a.body IS NOT NULL
)
