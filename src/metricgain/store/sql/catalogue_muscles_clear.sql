-- Forget the muscles of system exercises, before they are written anew.
-- Uses exercise_muscles_pkey. Called by store/catalogue.py.
DELETE FROM exercise_muscles WHERE exercise_id >> 22 = 0
