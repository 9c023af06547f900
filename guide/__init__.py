"""What this guide adds to plain pages: register links, instrument pages, glossary, sources, search and language switch."""
