"""What Harbour Road Distribution sells: families of homeware, their sizes and finishes."""

from __future__ import annotations

import re
from dataclasses import dataclass

FINISHES = {
    "AMB": "amber",
    "ASH": "ash",
    "BEE": "beech",
    "BLK": "black",
    "BLU": "blue",
    "BRS": "brass",
    "CAS": "cassis",
    "CHA": "chamomile",
    "CLR": "clear",
    "CPR": "copper",
    "CRM": "cream",
    "EAR": "Earl Grey",
    "FIG": "fig",
    "GEN": "genmaicha",
    "GRN": "forest green",
    "GRY": "grey",
    "HON": "honey",
    "INK": "indigo",
    "IVO": "ivory",
    "JAS": "jasmine",
    "LAV": "lavender",
    "MNT": "mint",
    "OAK": "oak",
    "OLV": "olive",
    "RED": "brick red",
    "ROI": "rooibos",
    "ROS": "rosé",
    "SAG": "sage",
    "SEN": "sencha",
    "SND": "sand",
    "SMK": "smoke",
    "STL": "brushed steel",
    "TEL": "teal",
    "TER": "terracotta",
    "VRV": "verveine",
    "WAL": "walnut",
    "WHT": "white",
}
"""The last part of a SKU, and the words for it."""

LEAD_TIME_DAYS = {
    "Brandt & Zonen Import": 9,
    "Ceylon & Kruid": 8,
    "Fjordglas AS": 12,
    "Gartenkeramik Weiß": 12,
    "Lindqvist Ljus AB": 11,
    "Linnen & Dons NV": 6,
    "Miroiterie du Nord": 5,
    "Nantong Huasheng Homeware": 42,
    "Officine Bellandi S.r.l.": 13,
    "Porcelanas Duarte": 15,
    "Smederij Vulkaan": 7,
    "Tischlerei Hagen GmbH": 10,
    "Têxteis Ribeira, Lda.": 14,
    "Vannerie Castel": 4,
    "Wachswerk Lübeck": 7,
    "Weverij De Leie": 6,
}
"""Every supplier, with the days from order to arrival."""

_SIZE = re.compile(r"(\w+)(?:/([^:]+))?:(\d+)")

RANGE = """
LMP|Desk lamp|A|Brandt & Zonen Import|6|220:1480 300/tall:1920|OAK ASH WAL BRS BLK
CIP|Cast-iron pan|A|Brandt & Zonen Import|6|024/24 cm:1950 028/28 cm:2600 032/32 cm:3350|BLK RED GRN
KET|Kettle|A|Brandt & Zonen Import|6|12/1.2 l:820 17/1.7 l:1010 20/2 l:1180|BLK STL CRM CPR
CFP|Cafetière|A|Officine Bellandi S.r.l.|6|03/3 cups:390 08/8 cups:640 12/12 cups:880|STL CPR
SPN|Saucepan|A|Officine Bellandi S.r.l.|6|16/16 cm:910 20/20 cm:1240 24/24 cm:1620|STL CPR
KNF|Knife,|A|Officine Bellandi S.r.l.|12|10/paring 10 cm:85 15/utility 15 cm:120 20/chef 20 cm:210 \
22/bread 22 cm:190|OAK BLK
CTL|Cutlery set|A|Officine Bellandi S.r.l.|0|16/16 pieces:1350 24/24 pieces:2010|STL BRS BLK
CBD|Chopping board|A|Vannerie Castel|12|30/30 × 20 cm:780 40/40 × 26 cm:1320 50/50 × 32 cm:2050|\
OAK BEE
TEA|Loose tea|A|Ceylon & Kruid|24|100/100 g:0|EAR SEN JAS ROI CHA MNT GEN HON CAS VRV|lot
BRB|Bread bin|A|Nantong Huasheng Homeware|0|35/35 cm:1720|CRM SAG BLK RED GRY
ORG|Drawer organiser|A|Nantong Huasheng Homeware|12|30/30 cm:0 45/45 cm:0|BEE WHT GRY
HKS|Wall hooks|A|Smederij Vulkaan|12|03/3 hooks:310 05/5 hooks:490|BRS BLK STL CPR
DRS|Door stop|A|Smederij Vulkaan|24|10:640|BRS BLK CPR
BTL|Insulated bottle|B|Fjordglas AS|12|350/350 ml:240 500/500 ml:310 750/750 ml:420|\
TEL BLK WHT SND RED
GLS|Tumbler|B|Fjordglas AS|24|25/25 cl:210 40/40 cl:290|CLR SMK AMB BLU
JAR|Storage jar|B|Fjordglas AS|12|050/0.5 l:380 100/1 l:590 150/1.5 l:760 200/2 l:940|CLR AMB
CAN|Pillar candle|B|Wachswerk Lübeck|24|004/4 × 10 cm:110 007/7 × 15 cm:520 010/10 × 20 cm:1380|\
IVO SAG TER INK GRY RED|lot
SOP|Hand soap|B|Wachswerk Lübeck|12|250/250 ml:290 500/500 ml:555|OLV FIG LAV MNT HON|lot
MUG|Stoneware mug|B|Porcelanas Duarte|24|25/25 cl:310 35/35 cl:390|WHT SND INK SAG TER BLK
PLT|Plate|B|Porcelanas Duarte|12|17/17 cm:340 22/22 cm:520 27/27 cm:790|WHT SND INK SAG
BWL|Café bowl|B|Porcelanas Duarte|12|12/12 cm:290 16/16 cm:430|WHT SND INK SAG
TPT|Teapot|B|Porcelanas Duarte|6|08/0.8 l:740 12/1.2 l:960|WHT INK SAG TER
TRY|Serving tray|B|Vannerie Castel|6|32/32 cm:860 44/44 cm:1290|OAK ASH BLK SAG
TWL|Bath towel|C|Têxteis Ribeira, Lda.|12|50/50 × 100 cm:275 70/70 × 140 cm:540 90/90 × 160 cm:790|\
SND WHT TEL GRY INK TER
BTH|Bath mat|C|Têxteis Ribeira, Lda.|12|60/60 × 90 cm:680|SND WHT TEL GRY INK TER
NAP|Linen napkin|C|Têxteis Ribeira, Lda.|24|006/set of 6:260 012/set of 12:510|WHT SND SAG INK TER
THR|Throw|C|Weverij De Leie|0|130/130 × 170 cm:880|GRY SND INK TER SAG CRM
CUS|Cushion cover|C|Weverij De Leie|12|45/45 × 45 cm:190 60/60 × 40 cm:210|GRY SND INK TER SAG OLV
DUV|Duvet cover|C|Linnen & Dons NV|6|140/140 × 200 cm:1150 200/200 × 200 cm:1580 240/240 × 220 \
cm:1890|WHT SND GRY INK SAG
PLW|Pillow|C|Linnen & Dons NV|0|50/50 × 70 cm:740 60/60 × 70 cm:860|WHT GRY
SHT|Fitted sheet|C|Linnen & Dons NV|12|090/90 × 200 cm:520 140/140 × 200 cm:690 180/180 × 200 \
cm:830|WHT SND GRY INK
BKT|Rattan basket|C|Vannerie Castel|0|30/30 cm:540 40/40 cm:870 50/50 cm:1240|HON BLK WHT
CHR|Dining chair|D|Tischlerei Hagen GmbH|0|12/no. 12:5200 14/no. 14, armrests:6400|ASH OAK WAL BLK
STL|Bar stool|D|Tischlerei Hagen GmbH|0|65/65 cm:4300 75/75 cm:4700|ASH OAK WAL BLK
SHF|Wall shelf|D|Tischlerei Hagen GmbH|0|60/60 cm:2100 90/90 cm:3050|ASH OAK WAL WHT
PDL|Pendant light|D|Lindqvist Ljus AB|0|030/30 cm:1650 045/45 cm:2480|BRS BLK WHT CPR
FLR|Floor lamp|D|Lindqvist Ljus AB|0|150/150 cm:4900 170/170 cm:5600|BRS BLK OAK
LAN|Lantern|D|Lindqvist Ljus AB|6|25/25 cm:980 40/40 cm:1760|BLK BRS WHT SAG
RUG|Wool rug|D|Weverij De Leie|0|120/120 × 170 cm:5300 160/160 × 230 cm:9500 200/200 × 300 \
cm:15600|GRY SND INK TER
MIR|Wall mirror, round|D|Miroiterie du Nord|0|060/60 cm:4400 080/80 cm:7200|OAK BRS BLK RED
CLK|Wall clock|D|Miroiterie du Nord|6|25/25 cm:690 35/35 cm:1080|OAK BLK WHT BRS
FRM|Picture frame|D|Miroiterie du Nord|12|A4/A4:480 A3/A3:870 50/50 × 70 cm:1640|OAK BLK WHT BRS
PLN|Planter|D|Gartenkeramik Weiß|6|16/16 cm:930 22/22 cm:1850 30/30 cm:3600|TER WHT GRY SAG
VAS|Vase|D|Gartenkeramik Weiß|6|20/20 cm:720 35/35 cm:1540|WHT SMK TER ROS
"""
"""Code, noun, zone, supplier, units in a case (0: the unit is the case), sizes as
``code/words:weight in g`` (0: not weighed yet), finishes, and ``lot`` where lots are kept."""


@dataclass(frozen=True, slots=True)
class Size:
    """The middle part of a SKU, its words, and the weight of one unit (0: not weighed yet)."""

    code: str
    words: str
    weight_g: int


@dataclass(frozen=True, slots=True)
class Family:
    """One line of the range: every size comes in every finish (codes of ``FINISHES``)."""

    code: str
    noun: str
    zone: str
    supplier: str
    case_units: int
    sizes: tuple[Size, ...]
    finishes: tuple[str, ...]
    tracking: str


def families() -> tuple[Family, ...]:
    """Return the range in the order in which it stands on the shelves, zone by zone."""
    return tuple(_family(*line.split("|")) for line in RANGE.strip().splitlines())


def _family(
    code: str,
    noun: str,
    zone: str,
    supplier: str,
    case_units: str,
    sizes: str,
    finishes: str,
    tracking: str = "none",
) -> Family:
    found = tuple(_size(*match) for match in _SIZE.findall(sizes))
    return Family(
        code, noun, zone, supplier, int(case_units), found, tuple(finishes.split()), tracking
    )


def _size(code: str, words: str, weight_g: str) -> Size:
    return Size(code, words, int(weight_g))
