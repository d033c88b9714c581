-- Which muscles do these blocks favour? Uses mesocycle_emphasis_pkey.
-- Called by store/sync_rows.py.
SELECT mesocycle_id, muscle, emphasis
FROM mesocycle_emphasis
WHERE user_id = $1 AND mesocycle_id = ANY($2::uuid[])
ORDER BY muscle
