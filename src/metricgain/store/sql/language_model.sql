-- What did a user agree to send where, and what was asked for so far?
-- Uses language_models_pkey. Called by store/language_models.py.
SELECT m.agreed_to, m.agreed_at, m.locked_key, m.requests, m.input_tokens,
  m.output_tokens, m.failures
FROM language_models m WHERE m.user_id = $1
