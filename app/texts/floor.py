"""What the floor says: answers to scans, and what cannot be found or done.

A sentence is named by what it says; the data of an answer or an error fills it in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.texts.cluster import SENTENCES as CLUSTER
from app.texts.labels import SENTENCES as LABELS
from app.texts.osd import SENTENCES as OSD
from app.texts.packing import SENTENCES as PACKING
from app.texts.picking import SENTENCES as PICKING
from app.texts.sweeps import SENTENCES as SWEEPS
from app.texts.trouble import TROUBLES
from app.texts.wording import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # accepted scans
    "counted": "Counted: {units} {name}",
    "counted_over": "Counted: {units} {name}. {over} more than announced.",
    "counted_unexpected": "Counted: {units} {name}. Nobody announced it on this truck.",
    "counted_damaged": "Counted as damaged: {units} {name}. Put it in quarantine.",
    "put_away_done": "Put away: {units} in {location}",
    "asn_closed_now": "{number} is closed. {short:units} {short:are} short.",
    "picked": "Right item: {units} {name}",
    "at_location": "Right place: {location}",
    "short": "Short: {units} not found in {location}. {name} is not there until it is counted: "
    "say why, or go on."
    "{offers}",
    "set_aside": "Set aside as damaged: {units}. Put it in {location} and take another.",
    "set_aside_packed": "Set aside as damaged: {units} {name}. It leaves this shipment.",
    "verified": "Verified: {units} {name}",
    "shipment_closed": "Shipment {number} is closed. Its slip prints.",
    "quantity_pending": "The next item counts {times} times.",
    "damage_pending": "The next item counts as damaged.",
    "pending_dropped": "Dropped. The next item counts as usual.",
    "nothing_pending": "Nothing was waiting. The next item counts as usual.",
    "undone": "Taken back.",
    "taken_back": "Taken back: {what}.",
    "sitting_done": "Done for now. All counts are kept; it can go on later.",
    "same_job": "{number} is the job in hand.",
    # refused scans
    "count_is_nothing": "The code says 0 of {name}. Count by hand, and scan a code without it.",
    "unknown_barcode": "Unknown barcode {code}. A supervisor can teach it.",
    "unreadable": "Cannot read {code}. {why}",
    "bad_check_digit": "{code} has a wrong check digit. Scan it again.",
    "asn_closed": "{number} is closed. Reopen it to count more.",
    "too_many_at_once": "Too many at once: {units}. Scan them in smaller counts.",
    "asn_cancelled": "{number} was cancelled. Ask a supervisor before you unload it.",
    "serial_counted": "That serial number is counted already.",
    "carton_counted": "Carton {code} is counted already.",
    "nothing_for_place": "Nothing of this receipt waits for {location}.",
    "wrong_container": "{code} does not belong to this job.",
    "not_here": "That command does nothing here.",
    "wrong_item": "{name} is not on order {number}. Put it back.",
    "wrong_location": "Nothing for this job lies in {location}.",
    "expired_lot": "{name}: this lot is past its date. Set it aside.",
    "expired_in_box": "{name}: a lot in this box is past its date. Say Damaged, then scan it: that "
    "sets it aside.",
    "location_first": "Scan the location first.",
    "over_pick": "Too many: {units} {name} scanned, {left} left to pick. Nothing was taken.",
    "not_available": "{name} is not free there. Take it from the place shown.",
    "stays_backordered": "{name}: {left:units} of order {number} cannot go now. Leave it.",
    "nothing_to_short": "There is nothing to take, so nothing can be short.",
    "not_in_shipment": "{name} is not in this shipment. Take it out.",
    "over_verify": "Too many: {units} {name} scanned, {left} left to verify.",
    "order_on_hold": "Order {number} is on hold. Stop.",
    "order_cancelled": "Order {number} is cancelled. Stop.",
    "nothing_read_twice": "No code was read twice: there is nothing to count after all.",
    "nothing_to_undo": "There is nothing to take back.",
    "moved_on": "Those units have moved on. They cannot be taken back here.",
    "not_there": "The stock is not there any more. Nothing has changed.",
    "nothing_to_close": "There is nothing to close: no unit is picked.",
    "unverified": "{left:units} {left:are} not verified yet. Scan, then close.",
    "incomplete": "Order {number} allows no shipment after this; {left:units} {left:are} missing.",
    # what cannot be found, or is not of its form
    "unknown_asn": "There is no inbound shipment {number}.",
    "unknown_order": "There is no order {number}.",
    "unknown_shipment": "There is no closed shipment {number}.",
    "no_carton_slips": "{number} closed before its cartons had slips of their own.",
    "unknown_carton": "{number} has no carton {value}: its last is {most}.",
    "unknown_sku": "There is no product {sku}.",
    "unknown_location": "There is no location {value}.",
    "unknown_line": "Order {number} has no line {line}.",
    "bad_priority": "Priority {value} is none: 1 (most urgent) to 5.",
    "bad_policy": "{value} is no policy.",
    "needs_max_shipments": "{value} needs the largest number of shipments.",
    "no_customer": "A customer needs a name.",
    "not_open": "Order {order} line {line} has {left:units} left to pin.",
    "not_pinned": "So many units are not pinned to order {order} line {line}.",
    "not_staged": "Order {order} line {line} has {left:units} staged.",
    "other_product": "Order {order} line {line} does not wait for that product.",
    "restaged": "{quantity:units} staged for {order} in {lanes}: now for {to_order}.",
    "substituted": "{units} {substitute} stand in for {quantity} {sku} of {order}, as {stand_in}.",
    "no_offers": "No substitute could stand in for what is lacking.",
    "nothing_offered": "No substitute could stand in for what order {number} lacks.",
    "substitutes_not_allowed": "Order {number} allows no substitutes.",
    "not_approved": "{sku} is no approved substitute for {instead_of}.",
    "not_lacking": "Order {order} line {line} lacks {left:units}.",
    "not_whole": "{units} {sku} stand in for {replaces}: ask for a multiple of {replaces}.",
    "not_spare": "Only {left:units} can be replaced: no more {sku} is free.",
    "substitute_moved_on": "Order {number} line {line} is picked already: it stays.",
    "not_on_asn": "{number} brings nothing for line {line}.",
    "truck_over": "{number} is {status}. Take that back first.",
    "decided_since": "Something was decided after that. Look again, then take it back.",
    "cancelled_for_good": "Order {number} is cancelled for good: its units are free for others.",
    "nothing_left": "Order {number} waits for nothing more: the {what} cannot be taken back.",
    "changed_since": "Order {number} was changed since: the {what} cannot be taken back.",
    "pin_moved_on": "Those units have moved on or do not come: the {what} cannot be taken back.",
    "nothing_to_propose": "No re-peg would keep a promise that {number} breaks.",
    "proposal_stale": "Something has changed. Now {says}. Look again.",
    "unknown_door": "There is no door {value}.",
    "unknown_pickup": "There is no pickup {number}.",
    "said_since": "Something else was said of {number} since. Take that back first.",
    "not_booked": "{number} cannot be booked so: {says}.",
    "truck_not_here": "{number} is not here: nothing keeps it waiting.",
    "not_requested": "{number} is {status}: there is no request to confirm.",
    "no_appointment": "{number} has no appointment. Give it a start first.",
    "walk_in_is_here": "A truck that walked in is here: it is neither asked for nor granted.",
    "asked_or_granted": "Ask for it, or grant what was asked for; not both at once.",
    "yard_or_door": "Take its door away, or give it door {door}; not both at once.",
    "end_or_length": "Say the end of its window or how long it stays, not both.",
    "weeks_are_booked_ahead": "Weeks are booked ahead: none walks in, and each is granted alone.",
    "booked_already": "{number} is booked already.",
    "number_taken": "{number} is the number of another truck.",
    "no_series": "{number} has nothing standing that is still awaited.",
    "bad_number": "{value} cannot be the number of a truck.",
    "bad_direction": "{value} is no direction of a door: in, out or both.",
    "bad_hours": "{value} are no hours. Write them like 06:00-18:00, several with ; between.",
    "bad_minutes": "{value} are no minutes. Write them like 3 or 0.5.",
    "bad_stay": "{value} is too long: at most a day.",
    "bad_count": "{value} is no count. Write a whole number, 0 to 99999.",
    "bad_load": "{value} is no count. Write a whole number, 0 to 99999.",
    "bad_length": "{value} are no minutes. Write a whole number, 1 to 1440.",
    "bad_weeks": "{value} is no number of weeks: 1 to 53.",
    "bad_clock": "{value} is no time of day. Write it like 09:30.",
    "needs_number": "Say the truck's number first.",
    "needs_start": "Say when it begins.",
    "bad_block": "A block that ends before it starts is none.",
    "nothing_to_lift": "Door {value} is not out of use.",
    "not_swapped": "{number} and {other} cannot swap doors: {says}.",
    "bad_place": "{value} is no place in the unload order: 1 is the first.",
    "bad_reason": "A reason is one line of at most {most} characters.",
    "ranked_by_rule": "{number} has its place by rule already.",
    "nothing_to_take_back": "There is nothing to take back for {number}.",
    "barcode_taken": "Barcode {value} belongs to {sku} already.",
    "bad_span": "{value} is no span of time. Write it like 7d, 24h or 90m.",
    "bad_share": "{value} is no share of an order. Write whole percent, 0 to 100.",
    "bad_switch": "{value} is neither on nor off.",
    "bad_time_zone": "{value} is no time zone. Write it like Europe/Brussels.",
    "bad_default_policy": "{value} cannot be the default: ship_as_available or all_or_nothing.",
    "bad_lane_rule": "{value} is no rule for lanes: first_free, same_ship_to, carriers_door or "
    "least_walking.",
    "bad_put_away_rule": "{value} is no rule for shelves: first_empty, nearest_empty or by_zone.",
    "bad_region": "{value} is no country whose shops' numbers can be read: {regions}.",
    "bad_scanner_feedback": "{value} is none of off, ack, bell, ssi, auto.",
    "bad_keyboard_layout": "{value} is none of us, uk, french, german.",
    "bad_language": "{value} is no language of our papers: {known}.",
    "bad_page_size": "{value} is no page size: A4 or Letter.",
    "unknown_setting": "There is no setting {value}.",
    "unknown_export": "{value} is none of orders, products, stock, shipments, pegs and journal.",
    "backup_onto_itself": "{path} is the database itself. Choose another file.",
    "no_backup": "There is no backup file {path}.",
    "backup_damaged": "{path} is damaged or no database of this program. Nothing has changed.",
    "database_in_use": "{path} is open in another program. Close it everywhere, then restore.",
    "server_has_its_own_backup": "A database server is backed up with its own tools (pg_dump).",
    # paper
    "no_date_yet": "We have no date yet and will write to you when we do.",
}

PARTS: tuple[Mapping[str, str], ...] = (
    TROUBLES,
    LABELS,
    OSD,
    SWEEPS,
    PICKING,
    CLUSTER,
    PACKING,
    SENTENCES,
)
ALL: Mapping[str, str] = {name: words for part in PARTS for name, words in part.items()}


def sentence(name: str, /, **data: object) -> str:
    """Return a sentence filled in; KeyError for one that nobody has worded."""
    return fill(ALL[name], data)
