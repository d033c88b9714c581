-- Say how much a muscle is emphasised in a block. Uses mesocycle_emphasis_pkey.
-- Called by store/mesocycles.py.
INSERT INTO mesocycle_emphasis (user_id, mesocycle_id, muscle, emphasis)
VALUES ($1, $2, $3, $4)
