"""Does a quote stand in the archived text of its source?"""
