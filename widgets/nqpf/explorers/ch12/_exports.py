"""What places export, in twenty-one sections; several explorers here begin with it."""

from nqpf import data
from nqpf.words import _

RECORDS = data.rows("exports_by_section")
TITLES = {
    field["name"]: field["title"]
    for field in data.describe("exports_by_section")["fields"]
    if field["name"] not in ("place", "source_id")
}
SECTIONS = list(TITLES)
TABLE = {row["place"]: [row[name] or 0.0 for name in SECTIONS] for row in RECORDS}
"""What each place exported in each section, in million dollars."""

COUNTRIES = [
    "Bangladesh",
    "Brazil",
    "China",
    "Ethiopia",
    "Germany",
    "India",
    "Japan",
    "Saudi Arabia",
    "South Korea",
    "Switzerland",
    "United States",
    "Vietnam",
]
SHORT = TITLES | {
    "animal_products": _("Animals"),
    "vegetable_products": _("Plants"),
    "mineral_products": _("Minerals, fuels"),
    "plastics_and_rubber": _("Plastics, rubber"),
    "hides_and_leather": _("Hides, leather"),
    "footwear_and_headwear": _("Shoes, hats"),
    "transport": _("Vehicles"),
    "miscellaneous": _("Furniture, toys"),
    "art_and_antiques": _("Art, antiques"),
}
"""Names that leave room on a phone."""
