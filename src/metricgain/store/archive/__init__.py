"""The sets of old blocks, kept in small: docs/operate/growth.md."""
