-- Forget the jobs of a user who goes. Uses jobs_for_user_created_at_ix.
-- Called by store/accounts.py.
DELETE FROM jobs WHERE for_user = $1
