"""Reading a page as people have it: plain text in any encoding, Markdown, a Word document."""
