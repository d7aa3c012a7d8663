"""The fixed words of the desk screens; what changes with the work comes in the scenes."""

from __future__ import annotations

DOCK = "Dock"
DAY_BEFORE = "The day before"
DAY_AFTER = "The day after"
TODAY = "Go to today"
ZOOMS = ("Day", "Shift", "Hour")
WALL = "Wall F11"
PRINT_DAY = "Print day"
ALL_DOORS = "All doors"
INBOUND_DOORS = "Inbound doors"
OUTBOUND_DOORS = "Outbound doors"
UNDO = "Undo"
REDO = "Redo"
UNDO_WHAT = "Undo: {what}"
REDO_WHAT = "Redo: {what}"
YARD = "Yard"
YARD_ABOUT = "waits for a door"
YARD_EMPTY = "Nobody waits in the yard."
MORE_IN_YARD = "{count} more"
BOARD = "Doors and hours"
BOARD_HELP = (
    "Arrows go from truck to truck, with Ctrl they add it. Enter tells what can be done, M moves, "
    "Shift with left and right makes it shorter or longer. Page up and down, Home and End scroll, "
    "plus and minus zoom."
)
PICKED = "{count} trucks chosen: {names}"
UNLOAD_NEXT = "Unload next"
NOTHING_TO_UNLOAD = "No truck is here and none is expected with units for waiting orders."
NOT_HERE_YET = "Not here yet: forecast"
HOURS = "Orders that can go, by hour"
WORK = "Units to move, by hour"
LATE_UNITS = "{units} late"
DUE_UNITS = "{units} due 24 h"
OTHER_UNITS = "{units} other"
BADGE = "{units} → {orders}"
ORDERS_ONE, ORDERS_MANY = "order", "orders"
LATE = "{count} late"
MOVE_TO = "Move to {door} · {time}"
MOVE_TO_YARD = "To the yard"
STAYS_UNTIL = "Until {time}"
NOT_THERE = "It cannot stand there"
WEIGHING = "Working out what it does"
STAYS_THERE = "Nothing is moved · Esc puts it back"
OPEN = "Open {asn}"
MOVE = "Move with the arrow keys"
EDIT = "Edit…"
WAITS_BECAUSE = "waits: {cause}"
AT_DOOR = "{door}"
LOADING_BOARD = "Reading the doors and trucks"

SCALE = "Scale"

CROSSDOCK = "Cross-dock"
CROSSDOCK_VIEWS = "Plan or lanes"
PLAN, LANES, LANE = "Plan", "Lanes", "Lane"
LANE_EMPTY = "Choose a lane to see who stands in it and what each waits for."
SWEEP = "Sweep this lane"
ARRIVING = "Arriving"
ARRIVING_NOTE = "units, by unload order"
WAITING = "Waiting orders"
WAITING_NOTE = "in rank order"
WHY = "Why"
WHY_EMPTY = "Choose arriving units or an order to see who gets what, and why."
CHANGE = "Change, not applied yet"
CHANGE_SHORT = "Change"
MORE_ORDERS = "{count} more orders"
ORDER, NOW, AFTER = "Order", "Now", "After"
DISCARD, APPLY = "Discard", "Apply"
PIN, UNPIN, HOLD, RELEASE = "Pin", "Unpin", "Hold", "Release"
PRIORITY, POLICY = "Priority", "Policy"
PEGS = "Which arriving units serve which orders"
LOADING_PLAN = "Working out who gets which units"

BACKORDERS = "Backorders"
RANK, ORDER_CUSTOMER, PRODUCT, WAITING_COLUMN = "Rank", "Order, customer", "Product", "Waiting"
AGE, PROMISED, STATE, EXPECTED = "Age", "Promised", "State", "Expected"
WAITS_FOR, SHIPS = "Waits for", "Ships"
RANGE = "{first}–{last} of {count}"
LOADING_BACKORDERS = "Reading the backorders"
CSV = "CSV"
DECISION = "Decision"
NO_LINE = "Choose a line to see what it waits for and what can be done."

SECTIONS = "Sections"
DEVICES = "Devices"
SITE_SETTINGS = "Site settings"
POLICIES = "Policies"
POLICIES_HEAD = "Backorder policies agreed with customers"
CUSTOMER_NAME = "Customer, as on the orders"
AGREE = "Agree a policy"
NOTHING_AGREED = "Nothing is agreed with any customer."
SETTINGS = "Settings of this site"
SETTINGS_NOTE = "Times are written 30m, 24h or 7d."
PRINTERS = "Printers"
PAPERS_GO = "Where this station’s papers go"
PRINT_QUEUE = "Print queue"
CHOOSE = "Choose"
TEST_PAGE = "Test page"
PRINTER_FIELD = "Queue, folder or tcp://host:9100"
AS_THE_SITE_SAYS = "As the site says"
IMPORT_BACK_UP = "Import, backup"
DOCTOR = "Scanner doctor"
START_OVER = "Start over"
SAVE = "Save"
PRINT_TEST_SHEET = "Print test sheet"
FOUND_GOOD, FOUND_MENDED = "Good", "Mended by the profile"
FOUND_TO_SET, FOUND_WAITS = "To be set on the scanner", "Not known yet"
PLUG_IN = "Plug a scanner in: it shows up here in about a second."
PRINT_COMMAND_SHEET = "Print command sheet"
COMMAND_SHEET = "Undo, Short, Done, reasons and quantities are barcodes too: print their sheet."
IMPORT_HEAD = "Bring in orders, products, stock and arrivals"
IMPORT_ABOUT = (
    "CSV files in the program’s own formats. A file is taken whole or not at all, and every bad "
    "row is named; the same file twice changes nothing."
)
BACK_UP_HEAD = "Copy the database"
BACK_UP_ABOUT = "The copy is whole and can be made while everybody works."
CHOICES = {
    "first_free": "First free",
    "same_ship_to": "Same address",
    "carriers_door": "Carrier’s door",
    "least_walking": "Nearest",
    "first_empty": "First empty",
    "nearest_empty": "Nearest to the dock",
    "by_zone": "In its zone",
    "ship_as_available": "As available",
    "all_or_nothing": "All or nothing",
    "on": "On",
    "off": "Off",
    "ack": "ACK",
    "bell": "Bell",
    "ssi": "SSI",
    "auto": "By maker",
    "us": "US",
    "uk": "UK",
    "french": "French",
    "german": "German",
    "en": "English",
    "es": "Spanish",
    "de": "German",
    "fr": "French",
    "mt-sics": "MT-SICS",
    "toledo-8217": "Toledo 8217",
    "nci": "NCI",
    "toledo-continuous": "Toledo continuous",
    "continuous": "Any, unasked",
}


def order_count(orders: int) -> str:
    """``1 order``, ``12 orders``."""
    return f"{orders} {ORDERS_ONE if orders == 1 else ORDERS_MANY}"
