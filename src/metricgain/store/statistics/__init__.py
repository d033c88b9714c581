"""What is kept ready about the past, and kept right: docs/statistics.md."""
