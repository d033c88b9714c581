-- Forget a gym, what it has and which days are trained there. Uses gyms_pkey.
-- Called by store/gyms.py.
DELETE FROM gyms WHERE user_id = $1 AND id = $2
