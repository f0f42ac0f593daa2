"""Documents of other programs, such as web pages and PDFs, and the plain text in them."""
