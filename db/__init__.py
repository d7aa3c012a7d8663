"""Where the facts are kept; the only package that knows SQLAlchemy."""
