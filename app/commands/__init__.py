"""The headless commands: arguments in, a service, JSON or a table out."""
