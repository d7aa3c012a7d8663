# Whatever a scanner may catch: nothing is counted, and the next right scan is the first.
at 2026-03-02T09:00:00Z
as receive ASN-1
scan HELLO
see {"outcome": "unknown_barcode", "quantity": 0}
scan https://example.com/item?id=1
see {"outcome": "unknown_barcode", "quantity": 0}
scan '; DROP TABLE scans; --
see {"outcome": "unknown_barcode", "quantity": 0}
scan =1+1
see {"outcome": "unknown_barcode", "quantity": 0}
scan ٤٠٠٦٣٨
see {"outcome": "unknown_barcode", "quantity": 0}
scan 0
see {"outcome": "unknown_barcode", "quantity": 0}
scan 12345
see {"outcome": "unknown_barcode", "quantity": 0}
scan SO-99
see {"outcome": "unknown_barcode", "quantity": 0}
scan ASN-99
see {"outcome": "unknown_barcode", "quantity": 0}
scan PO-4711
see {"outcome": "unknown_barcode", "quantity": 0}
scan 96385074
see {"outcome": "unknown_barcode", "quantity": 0}
scan 036000291452
see {"outcome": "unknown_barcode", "quantity": 0}
scan 4006381333931
see {"outcome": "unknown_barcode", "quantity": 0}
scan 14006381333938
see {"outcome": "unknown_barcode", "quantity": 0}
scan ]E04006381333931
see {"outcome": "unknown_barcode", "quantity": 0}
scan 96385077
see {"outcome": "bad_check_digit", "quantity": 0}
scan 036000291455
see {"outcome": "bad_check_digit", "quantity": 0}
scan 4006381333934
see {"outcome": "bad_check_digit", "quantity": 0}
scan 14006381333931
see {"outcome": "bad_check_digit", "quantity": 0}
scan 0400999000027
see {"outcome": "accepted", "quantity": 1, "received": 1, "disposition": [{"to": "cross_dock", "order": "SO-1", "line": "1", "lane": "LANE-1", "quantity": 1}]}
