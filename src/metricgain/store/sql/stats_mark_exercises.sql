-- Let the statistics of everybody who has done one of these exercises be computed anew,
-- from the first time on. Reads all users: the catalogue is everybody's.
-- Reads the whole of exercise_weekly_summary. Called by store/statistics/rebuild.py.
UPDATE stats_state y
SET due_from = least(y.due_from, done.since)
FROM (
    SELECT x.user_id, min(x.week_start) AS since
    FROM exercise_weekly_summary x
    WHERE x.exercise_id = ANY($1::bigint[])
    GROUP BY x.user_id
) done
WHERE y.user_id = done.user_id
