"""Word to text with places, text to articles, clauses, facts and terms."""
