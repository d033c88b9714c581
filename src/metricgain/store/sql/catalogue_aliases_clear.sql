-- Forget all other names, before they are written anew. Called by store/catalogue.py.
DELETE FROM exercise_aliases
