# A held order is offered nothing, and its units go to nobody by mistake.
at 2026-03-02T09:00:00Z
# doubt: a held order is taken as a known order with nothing to do, not as a job that cannot be opened
as pick SO-7
see {"job": "pick", "number": "SO-7", "remaining": 0, "next": null}
scan 0400999000102
see {"quantity": 0, "remaining": 0}
scan 0400999000027
see {"quantity": 0, "remaining": 0}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 0}
scan 0400999000105
see {"outcome": "bad_check_digit", "quantity": 0, "remaining": 0}
