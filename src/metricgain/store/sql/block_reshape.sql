-- Change how long a block is, or only note that it changed. Uses mesocycles_pkey.
-- Called by store/editing.py.
UPDATE mesocycles
SET duration_weeks = $3, end_date = $4, ended_early = $5, revision = $6
WHERE user_id = $1 AND id = $2
