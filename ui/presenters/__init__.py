"""What each screen shows, made of services' answers; QtCore only."""
