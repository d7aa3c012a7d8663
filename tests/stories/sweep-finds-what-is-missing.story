# Somebody walks the lane with a scanner: what is there, what is missing, and what does not belong there.
at 2026-03-02T09:00:00Z
as receive ASN-1
scan 10400999000024
see {"outcome": "accepted", "disposition": [{"to": "cross_dock", "order": "SO-1", "lane": "LANE-1", "quantity": 4}, {"to": "cross_dock", "order": "SO-2", "lane": "LANE-2", "quantity": 2}]}
do sweep A-01 --last
see {"refused": "A-01 is no lane."}
do sweep LANE-1 --last
see {"refused": "LANE-1 has not been swept yet."}
as sweep LANE-1
see {"job": "sweep", "number": "LANE-1", "next": null, "remaining": 4, "counted": 0}
# nothing counts before the lane itself is scanned
scan 0400999000027
see {"outcome": "wrong_state", "message": "Scan the barcode of LANE-1 first.", "quantity": 0, "remaining": 4}
scan LANE-2
see {"outcome": "wrong_location", "message": "LANE-2 is not LANE-1. Close this sweep before you begin another.", "remaining": 4}
scan A-05
see {"outcome": "wrong_location", "remaining": 4}
scan CMD-SHORT
see {"outcome": "wrong_state", "remaining": 4}
scan CMD-CLOSE
see {"outcome": "wrong_state", "remaining": 4}
scan CMD-UNDO
see {"outcome": "wrong_state", "message": "There is nothing to take back.", "remaining": 4}
scan LANE-1
see {"outcome": "accepted", "message": "LANE-1: 4 units should stand here. Scan every one.", "remaining": 4}
# codes that are no unit of this lane
scan SO-1
see {"outcome": "wrong_container", "quantity": 0, "remaining": 4}
scan ASN-1
see {"outcome": "wrong_container", "quantity": 0, "remaining": 4}
scan LANE-2
see {"outcome": "wrong_location", "quantity": 0, "remaining": 4}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 4}
scan 0400999000020
see {"outcome": "bad_check_digit", "quantity": 0, "remaining": 4}
scan SO-2
see {"outcome": "wrong_container", "quantity": 0, "remaining": 4}
scan PACK-1
see {"outcome": "wrong_location", "quantity": 0, "remaining": 4}
scan D1
see {"outcome": "wrong_location", "quantity": 0, "remaining": 4}
scan LANE-3
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 4}
scan https://example.org/LANE-1
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 4}
scan CMD-DAMAGED
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "not_allowed", "quantity": 0, "remaining": 4}
scan CMD-QTY-3
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "accepted", "quantity": 3, "remaining": 1, "over": 0, "found": [{"sku": "CUP", "order": "SO-1", "state": "right", "quantity": 3, "to": null}]}
# a pan stands here that nobody put here: it is counted, and told where it goes
scan 0400999000034
see {"outcome": "accepted", "remaining": 1, "over": 1, "found": [{"sku": "PAN", "state": "foreign", "quantity": 1, "to": {"to": "put_away", "location": "A-02"}}]}
# a case of six is more than the one that is still missing: the rest is from the lane beside, and beyond
scan 10400999000024
see {"outcome": "accepted", "quantity": 6, "remaining": 0, "over": 5, "found": [{"sku": "CUP", "state": "right", "quantity": 1}, {"sku": "CUP", "state": "foreign", "quantity": 2, "to": {"to": "lane", "location": "LANE-2", "order": "SO-2"}}, {"sku": "CUP", "state": "foreign", "quantity": 3, "to": {"to": "put_away", "location": "A-05"}}]}
scan CMD-UNDO
see {"outcome": "accepted", "remaining": 1, "counted": 4}
# one serial is one thing
scan 010040099900006521C-7
see {"outcome": "accepted", "over": 1, "remaining": 1}
scan 010040099900006521C-7
see {"outcome": "duplicate", "quantity": 0, "remaining": 1}
scan CMD-QTY-2
see {"outcome": "accepted"}
scan 010040099900006521C-8
see {"outcome": "duplicate", "quantity": 0, "remaining": 1}
# the sitting may end and go on; what was counted stays
scan CMD-DONE
see {"outcome": "accepted", "remaining": 1, "counted": 5, "rows": [{"sku": "CUP", "state": "right", "quantity": 3}, {"sku": "CUP", "order": "SO-1", "state": "missing", "quantity": 1}, {"sku": "CLOCK", "state": "foreign"}, {"sku": "PAN", "state": "foreign"}]}
as sweep LANE-1
see {"remaining": 1, "counted": 5}
scan 0400999000027
see {"outcome": "wrong_state", "quantity": 0, "remaining": 1}
scan LANE-1
see {"outcome": "accepted", "message": "LANE-1: 5 units counted so far, 1 still to scan."}
# only who says so makes anything missing
do lanes
see {"lanes": [{"lane": "LANE-1", "units": 4}, {"lane": "LANE-2", "units": 2}]}
scan CMD-SHORT
see {"outcome": "accepted", "message": "Missing: 1 Espresso cup for SO-1 is missing. Nobody is sent there for it until it is counted.", "remaining": 0, "missing": [{"sku": "CUP", "order": "SO-1", "quantity": 1}]}
do lanes
see {"lanes": [{"lane": "LANE-1", "units": 3}, {"lane": "LANE-2", "units": 2}]}
scan CMD-SHORT
see {"outcome": "wrong_state", "message": "Nothing is missing: all that should stand here is scanned."}
scan CMD-CLOSE
see {"outcome": "accepted", "remaining": 0, "counted": 5, "rows": [{"sku": "CUP", "order": "SO-1", "state": "right", "quantity": 3}, {"sku": "CLOCK", "state": "foreign"}, {"sku": "PAN", "state": "foreign"}]}
scan CMD-UNDO
see {"outcome": "wrong_state", "message": "There is nothing to take back."}
do sweep LANE-1 --last
see {"lane": "LANE-1", "closed_at": "2026-03-02T09:00:00Z", "counted": 5, "rows": [{"sku": "CUP", "quantity": 3}, {"sku": "CLOCK"}, {"sku": "PAN"}]}
# the missing cup is promised anew; who picks is not sent to the lane for it
as pick SO-1
scan CMD-QTY-4
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "over_pick", "quantity": 0}
# a day later: what stays too long is said
at 2026-03-03T10:00:00Z
as sweep LANE-1
scan LANE-1
see {"outcome": "accepted", "remaining": 3}
scan 0400999000027
see {"outcome": "accepted", "found": [{"sku": "CUP", "state": "right", "minutes": 1500, "too_long": true}]}
scan CUP-1
see {"outcome": "unknown_barcode", "quantity": 0}
