"""What a block mentions: dates with their roles, and later numbers, citations and legal force. Pure functions of text."""
