"""What is seen. Textual is imported only here."""
