"""What Setup and the status bar say of the scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "scale": "Scale",
    "scale_none": "none",
    "scale_none_about": "Name its port in Site settings; it is read from the next start on.",
    "scale_looked_for": "It is looked for; plug it in.",
    "scale_waits": "Waiting for its first weight.",
    "scale_silent": "silent",
    "scale_silent_about": "It is plugged in and says nothing: is it {protocol}, at this speed?",
    "scale_foreign": "unclear",
    "scale_foreign_about": "Frames do not look like {protocol}. Choose another in Site settings.",
    "scale_stable": "Stable",
    "scale_moving": "Moving",
    "scale_gross": "gross",
    "scale_net": "net",
    "scale_protocol": "Protocol",
    "scale_port": "Port",
    "scale_raw": "Last frame",
    "scale_speaks_mt-sics": "MT-SICS",
    "scale_speaks_toledo-8217": "Toledo 8217",
    "scale_speaks_nci": "NCI",
    "scale_speaks_toledo-continuous": "Toledo continuous",
    "scale_speaks_continuous": "weight lines",
    "scale_state_weight": "weight",
    "scale_state_zero": "zero",
    "scale_state_negative": "below zero",
    "scale_state_moving": "moving",
    "scale_state_moving_about": "It tells no weight while it moves.",
    "scale_state_overload": "overload",
    "scale_state_overload_about": "Take something off.",
    "scale_state_underload": "underload",
    "scale_state_underload_about": "Empty it, see that its plate lies well, and set it to zero.",
    "scale_state_out_of_range": "out of range",
    "scale_state_out_of_range_about": "The load is more than it can weigh, or less than nothing.",
    "scale_state_not_level": "not level",
    "scale_state_not_level_about": "Put it level.",
    "scale_state_count": "a count",
    "scale_state_not_executable": "busy",
    "scale_state_not_executable_about": "It cannot weigh right now.",
    "scale_state_bad_command": "not understood",
    "scale_state_bad_command_about": "It does not understand what it is asked.",
    "scale_state_fault": "faulty",
    "scale_state_fault_about": "It says that it is faulty: have it looked at.",
}
