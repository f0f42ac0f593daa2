"""The web page: what it says, what it draws, and its template, style and script."""
