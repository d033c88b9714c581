-- Which gyms has this user, what has each, and which days are trained there?
-- Uses gyms_pkey, gym_equipment_pkey, gym_days_pkey. Called by store/gyms.py.
SELECT g.id, g.name,
    (SELECT jsonb_agg(to_jsonb(e)) FROM gym_equipment e
     WHERE e.user_id = $1 AND e.gym_id = g.id) AS equipment,
    ARRAY(SELECT d.workout_id FROM gym_days d
          WHERE d.user_id = $1 AND d.gym_id = g.id
          ORDER BY d.workout_id) AS workout_ids
FROM gyms g
WHERE g.user_id = $1
ORDER BY g.id
