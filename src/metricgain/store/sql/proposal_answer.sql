-- Keep the answer to a proposal. Uses plan_proposals_pkey.
-- Called by store/proposals.py.
UPDATE plan_proposals p
SET status = $3, answered_at = $4, revision = $5
WHERE p.user_id = $1 AND p.id = $2
