# A shipment is opened again before its carrier has it: its slip is void, the next one replaces it.
at 2026-03-02T09:00:00Z
as pick SO-4
scan CMD-QTY-3
scan 0400999000010
scan CMD-QTY-2
scan 0400999000089
as pack SO-4
scan CMD-QTY-3
scan 0400999000010
scan CMD-CARTON
scan CMD-QTY-2
scan 0400999000089
scan CMD-CLOSE
see {"outcome": "accepted", "shipment": "SH-SO-4-1", "to_come": []}
do shipment SH-SO-4-9 --reopen
see {"refused": "There is no shipment SH-SO-4-9."}
do shipment SH-SO-4-1 --reopen
see {"status": "open"}
do slip SH-SO-4-1 --carton 1 -o none.pdf
see {"refused": "There is no closed shipment SH-SO-4-1."}
as pack SO-4
see {"remaining": 0}
# nothing is wanted any more, and nothing else belongs to it
scan 0400999000010
see {"outcome": "over_pick"}
scan 0400999000089
see {"outcome": "over_pick"}
scan 0400999000027
see {"outcome": "wrong_item"}
scan SO-6
see {"outcome": "wrong_container"}
scan A-01
see {"outcome": "wrong_location"}
scan 1Z879E930346834441
see {"outcome": "bad_check_digit"}
# one jar goes over into the first carton; what lies in none is wrong
scan CMD-CARTON-1
see {"outcome": "accepted", "carton": 1}
scan CMD-CARTON-7
see {"outcome": "wrong_container"}
scan CMD-MOVE
scan 0400999000027
see {"outcome": "wrong_item"}
scan CMD-MOVE
scan 0400999000089
see {"outcome": "accepted", "moved": 1}
scan CMD-CLOSE
see {"outcome": "accepted", "shipment": "SH-SO-4-1"}
do shipment SH-SO-4-1 --handed-over
see {"status": "handed_over"}
do shipment SH-SO-4-1 --reopen
see {"refused": "Shipment SH-SO-4-1 was handed over 2 March 2026 09:00. Nothing of it can be changed now."}
do verify
see {"ok": true}
