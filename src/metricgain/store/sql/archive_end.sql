-- Note that the sets of a block are rows again. Uses archived_mesocycles_pkey.
-- Called by store/archiving.py.
UPDATE archived_mesocycles
SET body = NULL, brought_back_at = $3
WHERE user_id = $1 AND mesocycle_id = $2
