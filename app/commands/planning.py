"""``plan``, ``picks`` and ``backorders``: what the facts come to."""
