-- Remove built-in templates that the catalogue dropped. Reads the whole table.
-- Called by store/catalogue.py.
DELETE FROM templates WHERE is_system AND NOT (id = ANY($1::uuid[]))
