-- Which exercises has this user done before? Reads the catalogue; uses
-- exercises_user_id_ix, sets_user_id_exercise_id_performed_at_ix.
-- Called by store/alternatives.py.
SELECT e.id
FROM exercises e
WHERE (e.user_id IS NULL OR e.user_id = $1)
  AND (
      EXISTS (SELECT FROM sets s WHERE s.user_id = $1 AND s.exercise_id = e.id)
      OR EXISTS (
          SELECT FROM archived_mesocycles a
          WHERE a.user_id = $1 AND a.body IS NOT NULL AND e.id = ANY(a.exercise_ids)
      )
  )
