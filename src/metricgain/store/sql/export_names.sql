-- What does another app call the exercises that were imported from it?
-- Uses exercise_links_pkey. Called by store/exporting.py.
SELECT k.exercise_id, min(k.raw_name) AS raw_name
FROM exercise_links k
WHERE k.user_id = $1 AND k.app = $2
GROUP BY k.exercise_id
