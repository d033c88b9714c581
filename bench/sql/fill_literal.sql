-- The workouts of the filled database with numbers instead of UUIDs, oldest first.
INSERT INTO exercises (id, muscle_group)
SELECT e.id, e.muscle_group FROM public.exercises e WHERE e.id < 2147483647;
CREATE TABLE numbers AS
SELECT row_number() OVER (ORDER BY l.started_at, l.user_id)::int AS number,
    l.user_id, l.id
FROM public.workout_logs l;
CREATE INDEX ON numbers (user_id, id);
INSERT INTO workout_logs (
    id, workout_id, user_id, mesocycle_id, week_number, performed_at, status,
    started_at, completed_at
)
SELECT n.number, 1, l.user_id, n.number / 30, l.week_number, l.performed_at, l.status,
    l.started_at, l.completed_at
FROM numbers n
JOIN public.workout_logs l ON l.user_id = n.user_id AND l.id = n.id
ORDER BY n.number;
