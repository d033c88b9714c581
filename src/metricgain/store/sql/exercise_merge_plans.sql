-- Move one exercise to another in the plans of all blocks; where a workout has both,
-- their sets add up and both notes stay. Uses
-- workout_exercises_user_id_workout_id_exercise_id_key, workouts_pkey, mesocycles_pkey.
-- Called by store/merging.py.
WITH clash AS (
    DELETE FROM workout_exercises p
    WHERE p.user_id = $1 AND p.exercise_id = $2 AND EXISTS (
        SELECT FROM workout_exercises t
        WHERE t.user_id = $1 AND t.workout_id = p.workout_id AND t.exercise_id = $3
    )
    RETURNING p.workout_id, p.target_sets, p.notes
), joined AS (
    UPDATE workout_exercises t
    SET target_sets = least(15, t.target_sets + c.target_sets),
        notes = nullif(concat_ws(E'\n', t.notes, c.notes), '')
    FROM clash c
    WHERE t.user_id = $1 AND t.exercise_id = $3 AND t.workout_id = c.workout_id
), moved AS (
    UPDATE workout_exercises p
    SET exercise_id = $3
    WHERE p.user_id = $1 AND p.exercise_id = $2 AND NOT EXISTS (
        SELECT FROM workout_exercises t
        WHERE t.user_id = $1 AND t.workout_id = p.workout_id AND t.exercise_id = $3
    )
    RETURNING p.workout_id
)
UPDATE mesocycles SET revision = $4
WHERE user_id = $1 AND id IN (
    SELECT w.mesocycle_id
    FROM workouts w
    WHERE w.user_id = $1 AND w.id IN (
        SELECT c.workout_id FROM clash c
        UNION
        SELECT m.workout_id FROM moved m
    )
)
