# Whatever a scanner may catch: nothing is verified.
at 2026-03-02T09:00:00Z
as pick SO-8
scan CMD-QTY-2
scan 0400999000058
see {"outcome": "accepted", "quantity": 2, "remaining": 0}
as pack SO-8
see {"remaining": 2}
scan HELLO
see {"outcome": "unknown_barcode", "quantity": 0, "unverified": 2}
scan https://example.com/item?id=1
see {"outcome": "unknown_barcode", "quantity": 0, "unverified": 2}
scan '; DROP TABLE scans; --
see {"outcome": "unknown_barcode", "quantity": 0, "unverified": 2}
scan =1+1
see {"outcome": "unknown_barcode", "quantity": 0, "unverified": 2}
scan ٤٠٠٦٣٨
see {"outcome": "unknown_barcode", "quantity": 0, "unverified": 2}
scan 0
see {"outcome": "unknown_barcode", "quantity": 0, "unverified": 2}
scan 12345
see {"outcome": "unknown_barcode", "quantity": 0, "unverified": 2}
scan SO-99
see {"outcome": "unknown_barcode", "quantity": 0, "unverified": 2}
scan ASN-99
see {"outcome": "unknown_barcode", "quantity": 0, "unverified": 2}
scan PO-4711
see {"outcome": "unknown_barcode", "quantity": 0, "unverified": 2}
scan 96385074
see {"outcome": "unknown_barcode", "quantity": 0, "unverified": 2}
scan 036000291452
see {"outcome": "unknown_barcode", "quantity": 0, "unverified": 2}
scan 4006381333931
see {"outcome": "unknown_barcode", "quantity": 0, "unverified": 2}
scan 14006381333938
see {"outcome": "unknown_barcode", "quantity": 0, "unverified": 2}
scan ]E04006381333931
see {"outcome": "unknown_barcode", "quantity": 0, "unverified": 2}
scan 96385077
see {"outcome": "bad_check_digit", "quantity": 0, "unverified": 2}
scan 036000291455
see {"outcome": "bad_check_digit", "quantity": 0, "unverified": 2}
scan 4006381333934
see {"outcome": "bad_check_digit", "quantity": 0, "unverified": 2}
scan 14006381333931
see {"outcome": "bad_check_digit", "quantity": 0, "unverified": 2}
scan 0400999000027
see {"outcome": "wrong_item", "quantity": 0, "unverified": 2}
scan 0400999000034
see {"outcome": "wrong_item", "quantity": 0, "unverified": 2}
scan 0400999000041
see {"outcome": "wrong_item", "quantity": 0, "unverified": 2}
scan 0400999000089
see {"outcome": "wrong_item", "quantity": 0, "unverified": 2}
scan 0400999000058
see {"outcome": "accepted", "sku": "TEA", "quantity": 1, "unverified": 1}
