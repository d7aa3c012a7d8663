# Two cartons, one with its carrier's number, closed by a supervisor's word.
at 2026-03-02T09:00:00Z
set gs1_company_prefix 0614141
as pick SO-4
scan CMD-QTY-3
scan 0400999000010
scan CMD-QTY-2
scan 0400999000089
as pack SO-4
see {"remaining": 5}
# no carton before the first item
scan CMD-CARTON
see {"outcome": "wrong_state", "carton": null}
scan CMD-QTY-3
scan 0400999000010
see {"outcome": "accepted", "quantity": 3, "unverified": 2, "carton": 1}
# the carrier's number: misread once, then right
scan 1Z879E930346834441
see {"outcome": "bad_check_digit", "carton": 1}
scan 1Z879E930346834440
see {"outcome": "accepted", "carrier": "UPS", "tracking": "1Z879E930346834440"}
scan CMD-CARTON
see {"outcome": "accepted", "carton": 2, "sscc": "006141410000000012"}
# an empty carton is not followed by another, and a number is one carton's alone
scan CMD-CARTON
see {"outcome": "wrong_state", "carton": 2}
scan 1Z879E930346834440
see {"outcome": "duplicate"}
scan 0400999000089
see {"outcome": "accepted", "unverified": 1, "carton": 2}
# what is missing is named line by line, and a reason must be one
scan CMD-CLOSE
see {"outcome": "not_allowed", "unverified": 1, "missing": [{"line": "2", "sku": "JAR", "units": 1}]}
scan 0400999000027
see {"outcome": "wrong_item", "unverified": 1, "carton": 2}
scan 1Z879E930346834449
see {"outcome": "bad_check_digit", "unverified": 1, "carton": 2}
scan SO-1
see {"outcome": "wrong_container", "unverified": 1, "carton": 2}
scan RB123456786GB
see {"outcome": "bad_check_digit", "unverified": 1, "carton": 2}
scan CMD-OVERRIDE-99
see {"outcome": "not_allowed", "unverified": 1}
scan CMD-OVERRIDE-21
see {"outcome": "accepted", "shipment": "SH-SO-4-1"}
scan CMD-CLOSE
see {"outcome": "wrong_state"}
