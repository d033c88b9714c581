-- Remember which exercises the names of an app stand for. Uses exercise_links_pkey.
-- Called by store/importing.py.
INSERT INTO exercise_links (
    user_id, app, raw_name, exercise_id, outcome, score, revision
)
SELECT $1, $2, raw_name, exercise_id, outcome, score, $3
FROM unnest($4::text[], $5::bigint[], $6::text[], $7::smallint[]) AS made (
    raw_name, exercise_id, outcome, score
)
ON CONFLICT (user_id, app, raw_name) DO NOTHING
