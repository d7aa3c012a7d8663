# A truck may not come: what that would do is known before it is said, and taken back when it comes.
at 2026-03-02T11:30:00Z
do appointment ASN-2 --no-show --dry-run
see {"dry_run": true, "event": "no_show", "orders_completed": []}
do dock
see {"appointments": [{"asn": "ASN-1"}, {"asn": "ASN-2", "status": "scheduled"}]}
do appointment ASN-2 --no-show
see {"dry_run": false, "event": "no_show"}
# a truck that did not come has no turn, no door to swap, and does not leave
do unload ASN-2 --first
see {"refused": "ASN-2 is no show. Take that back first."}
do appointment ASN-1 --swap ASN-2
see {"refused": "ASN-1 and ASN-2 cannot swap doors: ASN-2 is no show."}
do appointment ASN-2 --depart
see {"refused": "ASN-2 is no show. Take that back first."}
# it comes after all, two hours late
do appointment ASN-2 --expected 2026-03-02T13:00:00Z --dry-run
see {"dry_run": true, "event": "estimate"}
do appointment ASN-2 --expected 2026-03-02T13:00:00Z
see {"event": "estimate"}
# the same door is no swap, nor is a truck that nobody knows
do appointment ASN-2 --swap ASN-1
see {"refused": "ASN-2 and ASN-1 cannot swap doors: both have door D1."}
do appointment ASN-2 --swap ASN-9
see {"refused": "There is no inbound shipment ASN-9."}
do appointment ASN-2 --start 2026-03-02T13:00:00Z --door D9
see {"refused": "ASN-2 cannot be booked so: there is no door D9."}
do door D2 --direction both
see {"freed": []}
do appointment ASN-2 --start 2026-03-02T13:00:00Z --door D2
see {"event": "move"}
do appointment ASN-1 --swap ASN-2 --dry-run
see {"dry_run": true, "promises_broken": [], "doors": {"ASN-1": "D2", "ASN-2": "D1"}}
do appointment ASN-1 --swap ASN-2
see {"event": "swap", "with": "ASN-2", "doors": {"ASN-1": "D2", "ASN-2": "D1"}}
# one undo takes both back
do appointment ASN-2 --undo
see {"event": "undo"}
do dock
see {"appointments": [{"asn": "ASN-1", "door": "D1"}, {"asn": "ASN-2", "door": "D2"}]}
