-- Forget which muscles a block emphasises. Uses mesocycle_emphasis_pkey.
-- Called by store/editing.py.
DELETE FROM mesocycle_emphasis WHERE user_id = $1 AND mesocycle_id = $2
