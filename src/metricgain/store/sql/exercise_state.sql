-- May this exercise of the user's own be written or deleted: when it was last changed or
-- deleted, and whether anything was planned or done with it? Uses exercises_pkey,
-- deleted_rows_pkey, sets_user_id_exercise_id_performed_at_ix and, for the rest, the
-- rows of one user. Called by store/exercises.py.
SELECT (SELECT e.updated_at FROM exercises e
        WHERE e.id = $2::bigint AND e.user_id = $1) AS changed_at,
       (SELECT d.made_at FROM deleted_rows d
        WHERE d.user_id = $1 AND d.kind = 'exercises'
          AND d.key = $2::bigint::text) AS deleted_at,
       EXISTS (SELECT FROM sets s WHERE s.user_id = $1 AND s.exercise_id = $2)
       OR EXISTS (SELECT FROM archived_mesocycles a
                  WHERE a.user_id = $1 AND a.body IS NOT NULL AND $2 = ANY(a.exercise_ids))
       OR EXISTS (SELECT FROM prescriptions p
                  WHERE p.user_id = $1 AND p.exercise_id = $2)
       OR EXISTS (SELECT FROM workout_exercises w
                  WHERE w.user_id = $1 AND w.exercise_id = $2)
       OR EXISTS (SELECT FROM exercise_links k
                  WHERE k.user_id = $1 AND k.exercise_id = $2)
       OR EXISTS (SELECT FROM exercise_feedback f
                  WHERE f.user_id = $1 AND f.exercise_id = $2)
       OR EXISTS (SELECT FROM templates t
                  WHERE t.user_id = $1 AND NOT t.is_system
                    AND t.config @> jsonb_build_object('workouts',
                        jsonb_build_array(jsonb_build_object('exercises',
                        jsonb_build_array(jsonb_build_object('exercise_id',
                                                             $2::bigint))))))
       AS is_used
