# A slow truck holds up its door and goes into detention; the late one behind it pays nothing yet.
at 2026-03-02T08:40:00Z
set free_time 2h
do dock
see {"appointments": [{"asn": "ASN-1", "clock": {"rule": "on_time", "starts_at": "2026-03-02T08:30:00Z", "ends_at": null, "dwell_minutes": 10, "detention_minutes": 0, "free_minutes": 110}}, {"asn": "ASN-2", "clock": null}], "overruns": []}
do appointment ASN-1 --at-door D1
see {"event": "at_door"}
at 2026-03-02T09:00:00Z
do appointment ASN-1 --unloading
see {"event": "unloading"}
# a slot too early for the truck before it is seen at once, and who is affected
do appointment ASN-2 --start 2026-03-02T09:40:00Z
see {"event": "move"}
do dock
see {"overruns": [{"door": "D1", "minutes": 20, "cause": "ASN-1", "trucks": [{"asn": "ASN-2", "minutes": 20, "begins_at": "2026-03-02T10:00:00Z"}]}]}
do appointment ASN-2 --undo
see {"event": "undo"}
do dock
see {"overruns": []}
# what is not a span, or no count, sets nothing
do settings free_time soon
see {"refused": "soon is no span of time. Write it like 7d, 24h or 90m."}
do settings crew_size two
see {"refused": "two is no count. Write a whole number, 0 to 99999."}
# late by more than half an hour: nobody pays before unloading begins, and who waits is counted
at 2026-03-02T11:40:00Z
do appointment ASN-2 --arrive
see {"event": "arrive"}
at 2026-03-02T12:10:00Z
do dock
see {"appointments": [{"asn": "ASN-1", "clock": {"rule": "on_time", "dwell_minutes": 220, "detention_minutes": 100, "free_minutes": 0}}, {"asn": "ASN-2", "clock": {"rule": "late", "starts_at": null, "dwell_minutes": 0}}], "overruns": [{"door": "D1", "minutes": 30, "cause": "ASN-1", "trucks": [{"asn": "ASN-2", "minutes": 30, "begins_at": "2026-03-02T12:10:00Z"}]}]}
do appointment ASN-1 --depart
see {"event": "depart"}
do appointment ASN-2 --unloading
see {"event": "unloading"}
# one person who moves 24 units an hour does not get it done
set crew_size 1
set units_per_person_hour 24
at 2026-03-02T12:30:00Z
do dock
see {"appointments": [{"asn": "ASN-1", "clock": {"ends_at": "2026-03-02T12:10:00Z", "dwell_minutes": 220, "detention_minutes": 100}}, {"asn": "ASN-2", "clock": {"rule": "late", "starts_at": "2026-03-02T12:10:00Z", "dwell_minutes": 20}}], "overruns": [], "workload": [{"from": "2026-03-02T12:00:00Z", "unload": 5, "cross_dock": 1, "pick": 33, "carried": 0, "capacity": 12, "over": 27}, {"from": "2026-03-02T13:00:00Z", "unload": 2, "cross_dock": 1, "pick": 0, "carried": 27, "capacity": 24, "over": 6}]}
