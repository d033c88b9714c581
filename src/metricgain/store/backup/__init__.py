"""Backups: written whole or not at all, proven by restoring them."""
