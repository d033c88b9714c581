-- What was planned in each ISO week and what came of it, and which workouts were done
-- besides? A block that has not begun plans nothing yet; what was dropped when a block
-- ended early was not missed. Uses mesocycles_pkey, workout_instances_pkey,
-- prescriptions_pkey, workout_logs_user_id_local_date_ix, sets_pkey.
-- Called by store/adherence.py.
WITH planned AS (
    SELECT
        i.id, i.scheduled_on - (extract(isodow FROM i.scheduled_on)::int - 1) AS monday,
        CASE
            WHEN i.status <> 'scheduled' THEN i.status
            WHEN i.scheduled_on < $4::date THEN 'missed'
            ELSE 'upcoming'
        END AS outcome
    FROM workout_instances i
    JOIN mesocycles m ON m.user_id = $1 AND m.id = i.mesocycle_id
    WHERE i.user_id = $1 AND i.scheduled_on BETWEEN $2::date AND $3::date
      AND m.status <> 'planned'
      AND NOT (
          i.status = 'skipped' AND m.ended_early
          AND i.scheduled_on > (m.completed_at AT TIME ZONE 'UTC')::date
      )
), asked AS (
    SELECT p.workout_instance_id AS id,
        sum(coalesce(p.target_sets, p.projected_sets)) AS sets
    FROM prescriptions p
    WHERE p.user_id = $1 AND p.workout_instance_id IN (SELECT planned.id FROM planned)
    GROUP BY p.workout_instance_id
), done AS (
    SELECT s.workout_log_id AS id, count(*) AS sets
    FROM sets s
    WHERE s.user_id = $1 AND s.workout_log_id IN (SELECT planned.id FROM planned)
      AND s.set_type <> 'warmup' AND (s.reps >= 1 OR s.seconds >= 1)
    GROUP BY s.workout_log_id
), besides AS (
    SELECT l.local_date - (extract(isodow FROM l.local_date)::int - 1) AS monday
    FROM workout_logs l
    WHERE l.user_id = $1 AND l.local_date BETWEEN $2 AND $3
      AND l.workout_instance_id IS NULL AND l.status <> 'skipped'
      AND EXISTS (
          SELECT FROM sets s
          WHERE s.user_id = $1 AND s.workout_log_id = l.id
            AND s.set_type <> 'warmup' AND (s.reps >= 1 OR s.seconds >= 1)
      )
)
SELECT
    w.monday, count(w.outcome) AS planned,
    count(*) FILTER (WHERE w.outcome = 'completed') AS completed,
    count(*) FILTER (WHERE w.outcome = 'skipped') AS skipped,
    count(*) FILTER (WHERE w.outcome = 'missed') AS missed,
    count(*) FILTER (WHERE w.outcome = 'upcoming') AS upcoming,
    count(*) FILTER (WHERE w.outcome IS NULL) AS besides,
    coalesce(sum(asked.sets) FILTER (WHERE w.outcome <> 'upcoming'), 0)::int
        AS planned_sets,
    coalesce(sum(done.sets) FILTER (WHERE w.outcome <> 'upcoming'), 0)::int
        AS done_sets
FROM (
    SELECT p.id, p.monday, p.outcome FROM planned p
    UNION ALL
    SELECT NULL, b.monday, NULL FROM besides b
) w
LEFT JOIN asked ON asked.id = w.id
LEFT JOIN done ON done.id = w.id
GROUP BY w.monday
ORDER BY w.monday
