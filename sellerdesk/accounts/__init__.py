"""Who may log in, and the groups they belong to."""
