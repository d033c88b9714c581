-- Move what came from an app under these names from one exercise to another, behind the
-- sets that a workout has of that, and tell how many sets that were. What came under
-- other names, and what was logged here, stays. Uses imported_names_pkey, sets_pkey,
-- sets_user_id_exercise_id_performed_at_ix and workout_logs_pkey.
-- Called by store/exercise_links.py.
WITH named AS (
    SELECT s.workout_log_id, s.id,
        row_number() OVER (
            PARTITION BY s.workout_log_id ORDER BY s.set_number, s.performed_at, s.id
        ) AS place
    FROM imported_names AS n
    JOIN workout_logs AS l
        ON l.user_id = $1 AND l.user_id = n.user_id AND l.id = n.workout_log_id
    JOIN sets AS s
        ON s.user_id = $1 AND s.user_id = n.user_id
        AND s.workout_log_id = n.workout_log_id AND s.id = ANY(n.set_ids)
    WHERE n.user_id = $1 AND n.raw_name = ANY($5::text[]) AND l.source = $2
        AND s.exercise_id = $3
), there AS (
    SELECT s.workout_log_id, max(s.set_number) AS last
    FROM sets AS s
    WHERE s.user_id = $1 AND s.exercise_id = $4
    GROUP BY s.workout_log_id
), moved AS (
    UPDATE sets AS s
    SET exercise_id = $4,
        set_number = least(1000, n.place + coalesce((
            SELECT t.last FROM there AS t WHERE t.workout_log_id = s.workout_log_id
        ), 0))
    FROM named AS n
    WHERE s.user_id = $1 AND s.workout_log_id = n.workout_log_id AND s.id = n.id
    RETURNING s.workout_log_id
), touched AS (
    UPDATE workout_logs AS l
    SET revision = $6
    WHERE l.user_id = $1 AND l.id IN (SELECT m.workout_log_id FROM moved AS m)
)
SELECT count(*)::int FROM moved
