-- Add what a model was asked for. Uses language_models_pkey.
-- Called by store/language_models.py.
INSERT INTO language_models AS m
  (user_id, requests, input_tokens, output_tokens, failures)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (user_id) DO UPDATE
SET requests = m.requests + EXCLUDED.requests,
  input_tokens = m.input_tokens + EXCLUDED.input_tokens,
  output_tokens = m.output_tokens + EXCLUDED.output_tokens,
  failures = m.failures + EXCLUDED.failures
