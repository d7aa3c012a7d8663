"""The fixed words of the card of an appointment."""

from __future__ import annotations

from ui.models.appointment import Kind, Stay

NEW, NEW_KEY = "Appointment", "N"
CARD_HELP = "Tab goes from field to field, Enter books, Esc leaves. Up and down change a number."
KINDS = {Kind.DELIVERY: "Delivery", Kind.WALK_IN: "Walk-in", Kind.PICKUP: "Pickup"}
STAYS = {Stay.LOAD: "By load", Stay.MINUTES: "Minutes", Stay.UNTIL: "Until"}
UNLOADING = ("Live", "Drop")
ASKED = ("Booked", "Only asked for")
FIELDS = {
    "kind": "What comes",
    "number": "ASN or number",
    "request": "Booked or asked for",
    "day": "Day",
    "start": "Start",
    "stay": "How long",
    "length": "Minutes or until when",
    "door": "Door",
    "carrier": "Carrier",
    "trailer": "Trailer",
    "seal": "Seal",
    "phone": "Driver’s phone",
    "pallets": "Pallets",
    "cartons": "Cartons",
    "loose": "Loose",
    "drop": "Unloading",
    "needs": "Equipment needed",
    "note": "Note",
    "weeks": "For so many weeks",
}
PLACEHOLDERS = {
    "day": "2026-11-24",
    "start": "09:30",
    "door": "Yard",
    "needs": "leveller; lamp",
}
LENGTH_HINTS = {Stay.LOAD: "", Stay.MINUTES: "45", Stay.UNTIL: "10:30"}
LESS, MORE = "{field}: less", "{field}: more"
CHOOSE_DOOR = "Choose a door"
YARD = "Yard, no door yet"
BOOK, SAVE, LEAVE = "Book", "Save", "Leave"
KEEP, DROP = "Keep typing", "Leave unbooked"
TYPED = "Leave without booking? What is typed here is lost."
