-- Forget a user's landmarks of a muscle. Uses user_landmarks_pkey.
-- Called by store/landmarks.py.
DELETE FROM user_landmarks WHERE user_id = $1 AND muscle = $2
