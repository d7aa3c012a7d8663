# Two carriers come for what is ready; a truck that comes too late and a crew that is too slow make orders miss them.
at 2026-03-02T09:00:00Z
do pickups
see {"pickups": [], "without_pickup": {"orders": [], "units": 0}}
do pickup P-1 --start 2026-03-02T10:00Z --minutes 60 --carrier Corvane
see {"event": "move", "status": "scheduled"}
# nobody comes later: the order that waits for the second truck misses the only pickup
do pickups
see {"pickups": [{"pickup": "P-1", "carrier": "Corvane", "ready": {"cut_off": "2026-03-02T10:00:00Z", "at": "2026-03-02T11:00:00Z", "orders": 7, "units": 33, "added_units": 11, "spare_minutes": -60, "missed": ["SO-3"]}, "missed": [{"order": "SO-3", "units": 5, "waits_for": ["ASN-2"], "says": "SO-3 misses the 10:00 pickup of Corvane: it waits for ASN-2 and is ready at 11:00."}]}]}
do backorders SO-3
see {"lines": [{"line": "2", "misses_pickup": "misses the 10:00 pickup of Corvane"}], "misses_pickups": [{"pickup": "P-1"}]}
# what was only asked for, or is upside down, takes nothing
do pickup P-2 --start 2026-03-02T14:00Z --end 2026-03-02T13:00Z --carrier Penrose
see {"refused": "P-2 cannot be booked so: its window ends before it starts."}
do pickup P-2 --request --start 2026-03-02T14:00Z --minutes 60 --carrier Penrose
see {"event": "request"}
do pickups
see {"pickups": [{"pickup": "P-1", "ready": {"missed": ["SO-3"]}}, {"pickup": "P-2", "status": "requested", "ready": null, "missed": []}]}
# a second pickup is granted: nobody misses any more
do pickup P-2 --confirm
see {"event": "confirm"}
do pickups
see {"pickups": [{"pickup": "P-1", "ready": {"at": "2026-03-02T09:00:00Z", "orders": 6, "spare_minutes": 60, "missed": []}}, {"pickup": "P-2", "ready": {"at": "2026-03-02T11:00:00Z", "orders": 1, "units": 5, "added_units": 2, "spare_minutes": 180, "missed": []}}]}
# what is no span, or longer than a day, is no cut-off
do settings pickup_cut_off soon
see {"refused": "soon is no span of time. Write it like 7d, 24h or 90m."}
# one person who picks 12 units an hour is not done by ten, and less by half past nine
set crew_size 1
set units_per_person_hour 12
do dock
see {"appointments": [{"number": "ASN-1", "ready": null}, {"number": "P-1", "ready": {"at": "2026-03-02T11:20:00Z", "spare_minutes": -80, "missed": ["SO-4", "SO-6", "SO-5", "SO-8"]}}, {"number": "ASN-2"}, {"number": "P-2", "ready": {"at": "2026-03-02T11:45:00Z", "spare_minutes": 135, "missed": []}}]}
set pickup_cut_off 30m
do pickups
see {"pickups": [{"pickup": "P-1", "ready": {"cut_off": "2026-03-02T09:30:00Z", "spare_minutes": -110}, "missed": [{"order": "SO-2", "waits_for": [], "says": "SO-2 misses the 10:00 pickup of Corvane: its turn to be picked comes late, it is ready at 09:45."}, {"order": "SO-4"}, {"order": "SO-6"}, {"order": "SO-5"}, {"order": "SO-8"}]}, {"pickup": "P-2"}]}
# a line that nobody serves is not marked, though its order misses the pickup with another
do backorders SO-8
see {"lines": [{"line": "1", "misses_pickup": null}, {"line": "3", "misses_pickup": null}], "misses_pickups": [{"pickup": "P-1", "units": 2}]}
# the truck is late itself: there is time again; gone, it takes nothing more
do pickup P-1 --expected 2026-03-02T13:00Z
see {"event": "estimate"}
do pickups
see {"pickups": [{"pickup": "P-1", "ready": {"cut_off": "2026-03-02T12:30:00Z", "missed": []}}, {"pickup": "P-2"}]}
do pickup P-1 --depart
see {"event": "depart"}
do pickups
see {"pickups": [{"pickup": "P-1", "status": "departed", "ready": null}, {"pickup": "P-2", "ready": {"orders": 7}}]}
