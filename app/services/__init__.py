"""Use cases: read, ask the domain, store, commit, return the fact."""
