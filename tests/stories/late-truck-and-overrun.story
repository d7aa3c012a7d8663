# A late truck holds up the door behind it; its clock runs by the rule of late arrivals.
at 2026-03-02T08:40:00Z
do dock
see {"appointments": [{"asn": "ASN-1", "clock": {"rule": "on_time", "starts_at": "2026-03-02T08:30:00Z", "ends_at": null, "dwell_minutes": 10, "detention_minutes": 0, "free_minutes": 110}}, {"asn": "ASN-2", "clock": null}], "overruns": []}
# an estimate that is late, then the check-in: nobody pays before unloading begins
at 2026-03-02T09:00:00Z
do appointment ASN-1 --at-door D1
see {"event": "at_door"}
do appointment ASN-1 --unloading
see {"event": "unloading"}
at 2026-03-02T11:40:00Z
do appointment ASN-2 --arrive
see {"event": "arrive"}
do dock
