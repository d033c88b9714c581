-- Which landmarks has this user set? Uses user_landmarks_pkey.
-- Called by store/landmarks.py.
SELECT muscle, maintenance, mev, target, mrv FROM user_landmarks WHERE user_id = $1
