-- Who is this member of WHOOP here? Reads all users: whoop_connections_member_id_ix.
-- Called by store/whoop.py.
SELECT user_id FROM whoop_connections WHERE member_id = $1
