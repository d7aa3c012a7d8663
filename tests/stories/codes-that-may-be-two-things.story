# What may be two things is asked and counts nothing; a link, a typed label or a SKU settles it.
at 2026-03-02T09:00:00Z
as receive ASN-1
# right as a GTIN-8, and as a UPC-E
scan 01234565
see {"outcome": "unknown_barcode", "quantity": 0, "message": "Cannot read 01234565. It may be GTIN-8 01234565 or UPC-E 012345000065. Scan another barcode of it, or its SKU."}
# (01) cup (10) a lot: it may end before (17)
scan 010040099900002710L117260601
see {"outcome": "unknown_barcode", "quantity": 0, "message": "Cannot read 010040099900002710L117260601. (10) may end at place 21: the scanner may have dropped a separator. Scan another barcode of it, or switch on the scanner's AIM identifiers."}
scan https://id.gs1.org/DBHKVAdpQgqrgA
see {"outcome": "unknown_barcode", "quantity": 0, "message": "Cannot read https://id.gs1.org/DBHKVAdpQgqrgA. It may be a compressed Digital Link, which is not read. Scan another barcode of it."}
scan https://example.com/01/00400999000027/17/260601
see {"outcome": "unknown_barcode", "quantity": 0}
scan https://example.com/01/00400999000024
see {"outcome": "bad_check_digit", "quantity": 0}
scan (01)00400999000027(17)260230
see {"outcome": "unknown_barcode", "quantity": 0}
scan https://example.com/01/00400999000027?17=260601
see {"outcome": "accepted", "sku": "CUP", "quantity": 1, "received": 1}
scan CMD-UNDO
see {"outcome": "accepted"}
scan (01)00400999000027(17)260601(3103)012000
see {"outcome": "accepted", "sku": "CUP", "quantity": 1, "received": 1, "weight_g": "12000"}
scan CMD-UNDO
see {"outcome": "accepted"}
scan CUP
see {"outcome": "accepted", "sku": "CUP", "quantity": 1, "received": 1}
