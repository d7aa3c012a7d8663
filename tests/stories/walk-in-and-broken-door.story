# A pickup is booked, a truck comes that nobody announced, and the door that both wanted breaks.
at 2026-03-02T09:00:00Z
do door D1 --direction both --hours 06:00-18:00
see {"door": "D1", "affected": []}
do door D2 --direction out
see {"direction": "out", "hours": ""}
do pickup P-1 --start 2026-03-02T10:00Z --minutes 60 --door D1 --carrier "Fernway Road"
see {"event": "move", "status": "scheduled", "end": "2026-03-02T11:00:00Z"}
# the next one wants the same hour, and gets a plain no
do pickup P-2 --start 2026-03-02T10:30Z --door D1
see {"refused": "P-2 cannot be booked so: P-1 has door D1 from Mon 10:00 to Mon 11:00."}
do pickup P-2 --start 2026-03-02T10:30Z --end 2026-03-02T09:30Z --door D2
see {"refused": "P-2 cannot be booked so: its window ends before it starts."}
# a walk-in goes to no door that is for pickups alone, and may wait in the yard
do appointment ASN-9 --walk-in --door D2 --carrier "Stray Freight"
see {"refused": "ASN-9 cannot be booked so: door D2 takes no inbound trucks."}
do appointment ASN-9 --walk-in --carrier "Stray Freight" --minutes 30
see {"event": "walk_in", "status": "arrived", "door": null}
# nobody announced what is on it: it is counted all the same, and goes to who waits
as receive ASN-9
scan 0400999000020
see {"outcome": "bad_check_digit", "quantity": 0}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan 0400999000027
see {"outcome": "accepted", "disposition": [{"to": "cross_dock", "order": "SO-1", "quantity": 1}]}
# the roller of D1 breaks: who is booked there is named, and can be moved
do door D1 --block 2026-03-02T09:00Z 2026-03-02T12:00Z --note "roller broken"
see {"affected": ["ASN-1", "ASN-2", "P-1"]}
do pickup P-1 --minutes 45
see {"refused": "P-1 cannot be booked so: door D1 is out of use from Mon 09:00 to Mon 12:00 (roller broken)."}
do pickup P-1 --door D2
see {"event": "door", "door": "D2", "start": "2026-03-02T10:00:00Z"}
do appointment ASN-2 --start 2026-03-02T12:00Z
see {"event": "move", "door": "D1", "start": "2026-03-02T12:00:00Z"}
do door D1 --unblock
see {"affected": [], "blocks": []}
# taken back by mistake, and said again
do pickup P-1 --undo
see {"event": "undo"}
do dock
see {"appointments": [{"number": "ASN-1"}, {"number": "ASN-9", "status": "arrived"}, {"number": "P-1", "door": "D1", "direction": "outbound", "asn": null}, {"number": "ASN-2"}]}
# whoever does not come is a no-show by itself, and revived when it comes after all
set no_show_after 30m
at 2026-03-02T11:31:00Z
do dock
see {"appointments": [{"number": "ASN-1"}, {"number": "ASN-9"}, {"number": "P-1", "status": "no_show"}, {"number": "ASN-2", "status": "scheduled"}]}
do pickup P-1 --arrive
see {"event": "arrive"}
do pickup P-1 --depart
see {"event": "depart"}
