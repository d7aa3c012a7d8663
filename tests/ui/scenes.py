"""Scenes of one believable morning at Harbour Road, as the presenters would make them."""

from tests.ui.scenes_pack import PACK, pack_ready, pack_verify
from tests.ui.scenes_pick import PICK, pick_instruction, pick_refused
from tests.ui.scenes_receive import RECEIVE, STATUS, receive_crossdock, receive_refused

__all__ = [
    "PACK",
    "PICK",
    "RECEIVE",
    "STATUS",
    "pack_ready",
    "pack_verify",
    "pick_instruction",
    "pick_refused",
    "receive_crossdock",
    "receive_refused",
]
