"""A station being set up, as the presenter would show it."""

from dataclasses import replace

from app.texts.policies import precedence_sentence
from ui.models.doctor import DoctorScene, FindingRow
from ui.models.setup import CustomerRow, DeviceRow, FactRow, SettingRow, SetupScene, TestScan, Token
from ui.presenters.policies import agreed_options

READ = TestScan(
    "ok",
    "Read whole, in 41 ms",
    "GS1-128 carton label, 4 facts",
    (
        Token("]C1", "info"),
        Token("01"),
        Token("09501101530003"),
        Token("17"),
        Token("270630"),
        Token("10"),
        Token("L4471"),
        Token("GS", "ok"),
        Token("37"),
        Token("12"),
        Token("CR", "info"),
    ),
    (
        FactRow("Product", "Insulated bottle 500 ml, teal", "BTL-500-TL"),
        FactRow("Good through", "30 Jun 2027", "use the earliest first"),
        FactRow("Lot", "L4471"),
        FactRow("Units in the carton", "12", "one scan counts 12"),
    ),
)
BROKEN = TestScan(
    "bad", "Not known here", "Its check digit is wrong.", (Token("5012345678901"),), ()
)
SWITCH = ("on", "off")
DOCTOR = DoctorScene(
    "scan 3 of 4",
    "Next: scan the label D of the sheet.",
    (
        FindingRow("Speaks over a serial line", "No keyboard and no focus can disturb it.", "ok"),
        FindingRow("Every scan ends with Tab", "3 of 3 scans; Tab ends a code.", "info"),
        FindingRow("Says which kind of code it read", "]C1 came first.", "ok"),
        FindingRow("FNC1 is lost", "Set the scanner to send GS (ASCII 29) for FNC1.", "warn"),
        FindingRow("A long code in one piece", "Scan the label D.", "idle"),
    ),
    can_save=True,
    can_start_over=True,
)
DOCTOR_FIRST = DoctorScene("", "Print the test sheet, then scan its label A.")
SETUP = SetupScene(
    devices=(
        DeviceRow("Pack 1, gun", "connected · USB serial", "ok"),
        DeviceRow("Pack 1, ring", "connecting", "warn"),
        DeviceRow("Dock 3, gun", "unplugged, looked for", "bad", "usb_off"),
        DeviceRow("Office", "stopped", "warn"),
    ),
    settings=(
        SettingRow("time_zone", "Time zone", "Europe/Brussels"),
        SettingRow(
            "default_policy",
            "Orders that name no policy",
            "ship_as_available",
            ("ship_as_available", "all_or_nothing"),
        ),
        SettingRow("max_lane_dwell", "Longest wait in a lane", "24h"),
        SettingRow("min_share", "Least share of an order for a lane, %", "40"),
        SettingRow("excluded_customers", "Customers never cross-docked (a;b)", "Café Anna"),
        SettingRow("confirm_lane", "Confirm the lane by a scan", "off", SWITCH),
        SettingRow("confirm_put_away", "Confirm the shelf by a scan", "on", SWITCH),
        SettingRow("printer", "Printer of packing slips", "Brother HL-L2350DW"),
        SettingRow("page_size", "Page size", "A4", ("A4", "Letter")),
    ),
    test=READ,
    place="Database: warehouse.db, 48 MB",
    precedence=precedence_sentence(),
    customers=(CustomerRow("Corner House", "up to 2"), CustomerRow("Hof Linde", "all or nothing")),
    policies=agreed_options(),
)
SETUP_FIRST = replace(SETUP, devices=(), test=None)
SETUP_BROKEN = replace(SETUP, test=BROKEN)
