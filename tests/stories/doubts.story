# Scans whose outcome the floor's rules leave open: each "see" is the reading we would choose.
at 2026-03-02T09:00:00Z
as receive ASN-1
# doubt: nothing to undo is a wrong_state
scan CMD-UNDO
see {"outcome": "wrong_state", "quantity": 0}
# doubt: a known place while nothing waits to be put away is a wrong_location
scan B-02
see {"outcome": "wrong_location", "quantity": 0}
# doubt: a cancel with nothing pending is accepted and does nothing
scan CMD-CANCEL
see {"outcome": "accepted"}
as pick SO-4
# doubt: nothing to undo is a wrong_state
scan CMD-UNDO
see {"outcome": "wrong_state", "quantity": 0, "remaining": 5}
# doubt: another order's number is a wrong_container
scan SO-1
see {"outcome": "wrong_container", "quantity": 0, "remaining": 5}
# doubt: an ASN's number in a pick job is a wrong_container
scan ASN-1
see {"outcome": "wrong_container", "quantity": 0, "remaining": 5}
# doubt: a command that is none is an unknown barcode
scan CMD-FLY
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 5}
# doubt: a shipment is not closed in a pick job
scan CMD-CLOSE
see {"outcome": "not_allowed", "quantity": 0, "remaining": 5}
as pack SO-4
# doubt: with nothing picked there is no shipment to close
scan CMD-CLOSE
see {"outcome": "wrong_state", "quantity": 0}
