# Whatever a scanner may catch, and every other product of the house: nothing is taken.
at 2026-03-02T09:00:00Z
as pick SO-8
see {"remaining": 2, "next": {"location": "B-01", "sku": "TEA", "quantity": 2}}
scan HELLO
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 2}
scan https://example.com/item?id=1
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 2}
scan '; DROP TABLE scans; --
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 2}
scan =1+1
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 2}
scan ٤٠٠٦٣٨
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 2}
scan 0
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 2}
scan 12345
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 2}
scan SO-99
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 2}
scan ASN-99
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 2}
scan PO-4711
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 2}
scan 96385074
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 2}
scan 036000291452
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 2}
scan 4006381333931
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 2}
scan 14006381333938
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 2}
scan ]E04006381333931
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 2}
scan 96385077
see {"outcome": "bad_check_digit", "quantity": 0, "remaining": 2}
scan 036000291455
see {"outcome": "bad_check_digit", "quantity": 0, "remaining": 2}
scan 4006381333934
see {"outcome": "bad_check_digit", "quantity": 0, "remaining": 2}
scan 14006381333931
see {"outcome": "bad_check_digit", "quantity": 0, "remaining": 2}
scan 0400999000027
see {"outcome": "wrong_item", "quantity": 0, "remaining": 2}
scan 0400999000034
see {"outcome": "wrong_item", "quantity": 0, "remaining": 2}
scan 0400999000041
see {"outcome": "wrong_item", "quantity": 0, "remaining": 2}
scan 0400999000089
see {"outcome": "wrong_item", "quantity": 0, "remaining": 2}
scan 0400999000096
see {"outcome": "wrong_item", "quantity": 0, "remaining": 2}
scan 0400999000102
see {"outcome": "wrong_item", "quantity": 0, "remaining": 2}
scan 0400999000119
see {"outcome": "wrong_item", "quantity": 0, "remaining": 2}
scan 0400999000126
see {"outcome": "wrong_item", "quantity": 0, "remaining": 2}
scan 10400999000024
see {"outcome": "wrong_item", "quantity": 0, "remaining": 2}
scan 10400999000086
see {"outcome": "wrong_item", "quantity": 0, "remaining": 2}
scan A-02
see {"outcome": "wrong_location", "quantity": 0, "remaining": 2}
scan A-03
see {"outcome": "wrong_location", "quantity": 0, "remaining": 2}
scan A-04
see {"outcome": "wrong_location", "quantity": 0, "remaining": 2}
scan A-05
see {"outcome": "wrong_location", "quantity": 0, "remaining": 2}
scan A-06
see {"outcome": "wrong_location", "quantity": 0, "remaining": 2}
scan B-02
see {"outcome": "wrong_location", "quantity": 0, "remaining": 2}
scan B-03
see {"outcome": "wrong_location", "quantity": 0, "remaining": 2}
scan B-04
see {"outcome": "wrong_location", "quantity": 0, "remaining": 2}
scan B-05
see {"outcome": "wrong_location", "quantity": 0, "remaining": 2}
scan LANE-1
see {"outcome": "wrong_location", "quantity": 0, "remaining": 2}
scan 0400999000058
see {"outcome": "accepted", "sku": "TEA", "quantity": 1, "remaining": 1}
