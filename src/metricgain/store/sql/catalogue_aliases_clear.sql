-- Forget all other names, before they are written anew. Writes the whole table.
-- Called by store/catalogue.py.
DELETE FROM exercise_aliases
