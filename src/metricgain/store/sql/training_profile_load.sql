-- What does this user want from a plan? Uses training_profiles_pkey,
-- training_profile_muscles_pkey, training_profile_exercises_pkey,
-- training_profile_free_pkey. Called by store/training_profiles.py.
SELECT p.goal, p.place, p.horizon_weeks, p.weekdays, p.tools, p.injuries,
       p.heart_or_illness, p.is_cleared, p.is_under_18, p.is_pregnant, p.had_surgery,
       (SELECT jsonb_object_agg(m.muscle, m.emphasis)
        FROM training_profile_muscles m
        WHERE m.user_id = $1) AS emphasis,
       (SELECT jsonb_object_agg(e.exercise_id, e.wish)
        FROM training_profile_exercises e
        WHERE e.user_id = $1) AS exercises,
       ARRAY(SELECT ARRAY[f.first_day, f.last_day]
             FROM training_profile_free f
             WHERE f.user_id = $1
             ORDER BY f.first_day) AS free
FROM training_profiles p
WHERE p.user_id = $1
