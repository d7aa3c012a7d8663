# What differs is seen before it is final, said with its reason, and a closed receipt is reopened as a new fact.
at 2026-03-02T09:00:00Z
as receive ASN-1
scan CMD-DAMAGED
see {"outcome": "accepted"}
scan 10400999000086
see {"outcome": "accepted", "sku": "JAR", "quantity": 12, "disposition": [{"to": "quarantine"}]}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan 0400999000129
see {"outcome": "bad_check_digit", "quantity": 0}
scan 0400999000126
see {"outcome": "accepted", "sku": "MAT", "quantity": 1, "over": 1, "beyond": true}
scan NO-SUCH-THING
see {"outcome": "unknown_barcode", "quantity": 0}
scan ASN-2
see {"outcome": "wrong_container", "quantity": 0}
scan CMD-SHORT
see {"outcome": "wrong_state", "quantity": 0}
# looking closes nothing
do osd ASN-1
see {"asn": "ASN-1", "closed": false, "reopened": false, "totals": {"expected": 28, "received": 13, "damaged": 12, "over": 0, "short": 0, "to_come": 16, "unexpected": 1}}
do osd ASN-1 --line 3 --reason "Lids broken" --photo /photos/jar.jpg
see {"lines": [{"sku": "CUP", "remarks": []}, {"sku": "PAN"}, {"sku": "JAR", "damaged": 12, "remarks": [{"reason": "Lids broken", "photo": "/photos/jar.jpg"}]}, {"sku": "MAT", "unexpected": true}]}
do osd ASN-1 --line 9 --reason Wet
see {"refused": "ASN-1 has no line 9."}
do osd ASN-9
see {"refused": "There is no inbound shipment ASN-9."}
do receive ASN-1 --reopen
see {"refused": "ASN-1 is arrived: there is nothing to reopen."}
scan CMD-CLOSE
see {"outcome": "accepted", "short": 16, "message": "ASN-1 is closed. 16 units are short; 1 not announced and 12 damaged. SO-2 loses 5 CUP and its promise breaks, SO-1 gets 4 CUP later."}
# closed is closed
scan 0400999000034
see {"outcome": "wrong_state", "quantity": 0}
scan CMD-UNDO
see {"outcome": "wrong_state", "quantity": 0}
scan CMD-CLOSE
see {"outcome": "wrong_state"}
do receive ASN-1 --osd
see {"closed": true, "totals": {"short": 16, "to_come": 0}}
# until a supervisor reopens it
do receive ASN-1 --reopen
see {"job": "receive", "number": "ASN-1", "remaining": 16, "reopened": true}
as receive ASN-1
see {"job": "receive", "number": "ASN-1", "remaining": 16}
scan CMD-QTY-4
see {"outcome": "accepted"}
scan 0400999000034
see {"outcome": "accepted", "sku": "PAN", "quantity": 4, "received": 4, "over": 0}
scan CMD-CLOSE
see {"outcome": "accepted", "short": 12}
do osd ASN-1
see {"closed": true, "reopened": true, "totals": {"received": 17, "short": 12}, "verdicts": [{"kind": "close"}, {"kind": "reopen"}, {"kind": "close"}]}
