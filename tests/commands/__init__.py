"""The headless commands, as people and programs call them."""
