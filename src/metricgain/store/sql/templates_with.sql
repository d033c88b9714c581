-- Which templates of the user's own plan this exercise? Uses templates_user_id_ix.
-- Called by store/templates.py.
SELECT t.id, t.config
FROM templates t
WHERE t.user_id = $1 AND NOT t.is_system
  AND t.config @> jsonb_build_object(
      'workouts', jsonb_build_array(jsonb_build_object(
          'exercises', jsonb_build_array(jsonb_build_object('exercise_id', $2::bigint))
      ))
  )
