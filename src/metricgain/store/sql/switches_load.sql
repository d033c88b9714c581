-- Which switches are set, and how? Reads the whole of switches, a handful of rows.
-- Called by store/switch_rows.py.
SELECT s.name, s.mode FROM switches s
