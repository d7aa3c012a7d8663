# A truck that nobody announced: what is scanned is the receipt, and nothing of it is over.
at 2026-03-02T09:00:00Z
do receive BLIND-20260302-1
see {"refused": "There is no inbound shipment BLIND-20260302-1."}
do receive --blind --supplier "Gartenkeramik Weiß"
see {"job": "receive", "number": "BLIND-20260302-1", "remaining": 0, "blind": true}
as receive BLIND-20260302-1
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan 10400999000086
see {"outcome": "accepted", "sku": "JAR", "quantity": 12, "expected": 0, "received": 12, "over": 12, "beyond": false, "blind": true, "disposition": [{"to": "put_away"}]}
scan 0400999000129
see {"outcome": "bad_check_digit", "quantity": 0}
scan ASN-1
see {"outcome": "wrong_container", "quantity": 0}
scan D1
see {"outcome": "wrong_location", "quantity": 0}
scan CMD-DAMAGED
see {"outcome": "accepted"}
scan 0400999000126
see {"outcome": "accepted", "sku": "MAT", "quantity": 1, "disposition": [{"to": "quarantine"}]}
scan CMD-SHORT
see {"outcome": "wrong_state", "quantity": 0}
do osd BLIND-20260302-1
see {"blind": true, "supplier": "Gartenkeramik Weiß", "totals": {"received": 13, "over": 0, "unexpected": 0, "damaged": 1, "beyond": 0}}
scan CMD-CLOSE
see {"outcome": "accepted", "short": 0, "message": "BLIND-20260302-1 is closed. Nothing was announced; 13 units came."}
scan 10400999000086
see {"outcome": "wrong_state", "quantity": 0}
scan CMD-UNDO
see {"outcome": "wrong_state", "quantity": 0}
