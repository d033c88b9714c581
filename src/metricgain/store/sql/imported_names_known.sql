-- Is it known which sets of an app came under one of these names?
-- Uses imported_names_pkey and workout_logs_pkey. Called by store/exercise_links.py.
SELECT EXISTS (
    SELECT FROM imported_names AS n
    JOIN workout_logs AS l
        ON l.user_id = $1 AND l.user_id = n.user_id AND l.id = n.workout_log_id
    WHERE n.user_id = $1 AND n.raw_name = ANY($3::text[]) AND l.source = $2
)
