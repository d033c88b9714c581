"""What rows of a full export have to be like before they are written."""
