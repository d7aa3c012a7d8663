# The paper in hand names a purchase order, or the carton is scanned: either opens the receipt that announced it.
at 2026-03-02T09:00:00Z
do import tests/stories/more_inbound
see {"files": [{"name": "inbound.csv", "created": 3}]}
as receive PO-5
see {"job": "receive", "number": "ASN-51", "remaining": 6}
as receive ASN-51
scan PO-7
see {"outcome": "unknown_barcode", "quantity": 0}
scan 106141412345678901
see {"outcome": "bad_check_digit", "quantity": 0}
scan ASN-52
see {"outcome": "wrong_container", "quantity": 0}
scan 106141412345678908
see {"outcome": "accepted", "sku": "PAN", "quantity": 6, "received": 6}
scan 106141412345678908
see {"outcome": "duplicate", "quantity": 0}
as receive 106141412345678908
see {"number": "ASN-51", "remaining": 0}
# two trucks bring one purchase order
do receive PO-9
see {"refused": "PO-9 comes on ASN-52 and ASN-53: scan one of them."}
do receive PO-6
see {"refused": "There is no inbound shipment PO-6."}
do receive po-5
see {"refused": "There is no inbound shipment po-5."}
do receive 340123450000000000
see {"refused": "There is no inbound shipment 340123450000000000."}
do osd PO-9
see {"refused": "PO-9 comes on ASN-52 and ASN-53: scan one of them."}
do receive PAN
see {"refused": "There is no inbound shipment PAN."}
as receive ASN-52
scan CMD-CLOSE
see {"outcome": "accepted", "short": 3}
# now one is left
as receive PO-9
see {"number": "ASN-53", "remaining": 2}
