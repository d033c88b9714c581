-- Which exercises do these names of other apps stand for? Uses exercise_links_pkey.
-- Called by store/sync_rows.py.
SELECT l.app, l.raw_name, l.exercise_id, l.outcome, l.score, l.revision
FROM unnest($2::text[], $3::text[]) AS asked (app, raw_name)
JOIN exercise_links l
    ON l.user_id = $1 AND l.app = asked.app AND l.raw_name = asked.raw_name
