# A bottleneck day: one door, and the supervisor knows that the second truck cannot wait.
at 2026-03-02T08:40:00Z
do appointment ASN-2 --arrive
see {"event": "arrive"}
do unload
see {"unload": [{"asn": "ASN-1", "rank": 1, "override": null}, {"asn": "ASN-2", "rank": 2, "override": null}, {"asn": "ASN-3", "rank": 3, "arrived": false}]}
# weighed first: nothing is kept
do unload ASN-2 --first --dry-run
see {"dry_run": true, "rank": 1}
do dock
see {"appointments": [{"asn": "ASN-1", "unload_rank": 1, "override": null}, {"asn": "ASN-2", "unload_rank": 2, "override": null}]}
# what makes no sense is refused
do unload ASN-9 --first
see {"refused": "There is no inbound shipment ASN-9."}
do unload ASN-2 --release
see {"refused": "ASN-2 has its place by rule already."}
do unload ASN-2 --undo
see {"refused": "There is nothing to take back for ASN-2."}
# said, with who and why; every list follows
do --user Dana unload ASN-2 --first --reason "reefer runs dry"
see {"rank": 1, "override": {"by": "Dana", "reason": "reefer runs dry", "place": 1, "rank_by_rule": 2}}
do dock
see {"appointments": [{"asn": "ASN-1", "unload_rank": 2, "override": null}, {"asn": "ASN-2", "unload_rank": 1, "override": {"by": "Dana"}}]}
do plan
see {"unload": [{"asn": "ASN-2", "rank": 1, "override": {"by": "Dana", "rank_by_rule": 2}}, {"asn": "ASN-1", "rank": 2}, {"asn": "ASN-3", "rank": 3}]}
# back to the ranking, which is taken back, which leaves the word as it was
do unload ASN-2 --release
see {"rank": 2, "override": null}
do unload ASN-2 --undo
see {"rank": 1, "override": {"by": "Dana"}}
# it lapses when the truck has left, and does not come back with it
do appointment ASN-2 --depart
see {"event": "depart"}
do unload ASN-2 --first
see {"refused": "ASN-2 is departed. Take that back first."}
do unload
see {"unload": [{"asn": "ASN-1", "rank": 1}, {"asn": "ASN-2", "override": null}, {"asn": "ASN-3"}]}
do appointment ASN-2 --undo
see {"event": "undo"}
do unload
see {"unload": [{"asn": "ASN-2", "rank": 1, "override": {"by": "Dana"}}, {"asn": "ASN-1"}, {"asn": "ASN-3"}]}
