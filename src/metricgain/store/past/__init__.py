"""What was done, as screens ask for it: docs/analytics.md."""
