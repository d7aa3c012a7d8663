"""A small warehouse's codes, held in sets: a working stand-in for the lookup in the database."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class KnownCodes:
    """Items by barcode key or SKU; everything else by its own code."""

    items: dict[str, tuple[str, int]] = field(default_factory=dict)
    locations: frozenset[str] = frozenset()
    orders: frozenset[str] = frozenset()
    asns: frozenset[str] = frozenset()
    containers: frozenset[str] = frozenset()

    def item(self, key: str) -> tuple[str, int] | None:
        return self.items.get(key)

    def location(self, code: str) -> bool:
        return code in self.locations

    def order(self, number: str) -> bool:
        return number in self.orders

    def asn(self, number: str) -> bool:
        return number in self.asns

    def container(self, code: str) -> bool:
        return code in self.containers


NOTHING_KNOWN = KnownCodes()
FLOOR = KnownCodes(
    items={
        "04006381333931": ("PEN", 1),
        "14006381333938": ("PEN", 12),
        "00012345678905": ("SOAP", 1),
        "00000096385074": ("GUM", 1),
        "09501101530003": ("SERUM", 1),
        "04006381333930": ("MISPRINT", 1),  # a real label whose check digit is wrong
        "PEN": ("PEN", 1),
        "12345678": ("ODD-SKU", 1),
    },
    locations=frozenset({"A-01-01", "4006381333932"}),
    orders=frozenset({"10970", "10000001"}),
    asns=frozenset({"ASN-1"}),
    containers=frozenset({"TOTE-7", "106141412345678901"}),
)


def arabic(digits: str) -> str:
    """The same number in Arabic-Indic digits, which ``int`` would take for digits."""
    return "".join(chr(0x660 + int(digit)) for digit in digits)


def full_width(digits: str) -> str:
    """The same number in full-width digits."""
    return "".join(chr(0xFF10 + int(digit)) for digit in digits)
