# An order that takes all or nothing is not closed without the rest.
at 2026-03-02T09:00:00Z
as pick SO-4
scan A-01
scan CMD-QTY-3
scan 0400999000010
see {"outcome": "accepted", "remaining": 2}
scan 0400999000102
see {"outcome": "wrong_item", "quantity": 0, "remaining": 2}
scan CMD-DONE
see {"outcome": "accepted"}
as pack SO-4
see {"remaining": 3}
scan CMD-CLOSE
see {"outcome": "not_allowed", "quantity": 0, "unverified": 3}
scan CMD-QTY-3
scan 0400999000010
see {"outcome": "accepted", "quantity": 3, "unverified": 0}
# all that was picked is verified, but two jars are missing
scan CMD-CLOSE
see {"outcome": "not_allowed", "quantity": 0, "unverified": 0}
scan 0400999000089
# doubt: an item of the order that was not picked is taken as wrong_item or over_pick; nothing counts
see {"quantity": 0, "unverified": 0}
scan CMD-CLOSE
see {"outcome": "not_allowed", "quantity": 0}
as pick SO-4
see {"remaining": 2, "next": {"location": "B-02", "sku": "JAR", "quantity": 2}}
scan 0400999000082
see {"outcome": "bad_check_digit", "quantity": 0, "remaining": 2}
scan B-02
see {"outcome": "accepted", "remaining": 2}
scan CMD-QTY-2
scan 0400999000089
see {"outcome": "accepted", "remaining": 0}
# what was verified stays verified
as pack SO-4
see {"remaining": 2}
scan CMD-CLOSE
see {"outcome": "not_allowed", "quantity": 0, "unverified": 2}
scan CMD-QTY-2
scan 0400999000089
see {"outcome": "accepted", "unverified": 0}
scan CMD-CLOSE
see {"outcome": "accepted"}
