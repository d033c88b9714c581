-- Let the names of other apps that stood for one exercise stand for another.
-- Uses exercise_links_pkey. Called by store/merging.py.
UPDATE exercise_links
SET exercise_id = $3, outcome = 'confirmed', score = 100, revision = $4
WHERE user_id = $1 AND exercise_id = $2
