"""LEX: the words a brand prefers, avoids and bans."""
