"""The built site in a real browser: what readers open, follow, switch, search, print and hear."""
