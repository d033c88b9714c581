-- Let names of an app stand for the exercise that the user chose.
-- Uses exercise_links_pkey. Called by store/exercise_links.py.
UPDATE exercise_links
SET exercise_id = $4, outcome = 'confirmed', score = 100, revision = $5
WHERE user_id = $1 AND app = $2 AND raw_name = ANY($3::text[])
