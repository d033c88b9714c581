-- Let devices know that a block is archived, or is no more. Uses mesocycles_pkey.
-- Called by store/archiving.py.
UPDATE mesocycles SET revision = $3 WHERE user_id = $1 AND id = $2
