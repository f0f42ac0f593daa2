"""GeoJSON (RFC 7946): a point per event whose place has coordinates, longitude first; the others are counted as lost.

The properties are columns of events, with lists for what CSV joins, and `claims`: a list with the columns of each. A
place of a claim is what one source says and never becomes the point of the event.
"""

from diplotimeline.exporters.json import document
from diplotimeline.exporters.result import Exported
from diplotimeline.exporters.table import CLAIM, EVENT, Record, Records, readers, values, without
from diplotimeline.exporters.telling import has_coordinates
from diplotimeline.phrases import count_of
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Event, Place

BOUNDS_WITHIN = ("date_start_latest", "date_end_earliest", "date_open", "date_unknown", "casualties")
COLUMNS = without(EVENT, "no", "lat", "lon", *BOUNDS_WITHIN)
CLAIM_COLUMNS = without(CLAIM, *BOUNDS_WITHIN)


def render(timeline: Timeline) -> Exported:
    """The events that have coordinates as a FeatureCollection."""
    records, of_event, of_claim = Records(timeline), readers(COLUMNS), readers(CLAIM_COLUMNS)

    def feature(event: Event, place: Place) -> Record:
        record = records.row(event)
        told = (values(of_claim, claim) for claim in records.told(event, record))
        claims = [{name: value for name, value in claim.items() if value not in (None, [], {})} for claim in told]
        return {
            "type": "Feature",
            "id": event.id,
            "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
            "properties": {**values(of_event, record), "claims": claims},
        }

    shown = [(event, event.place) for event in timeline.events if has_coordinates(event.place)]
    head: Record = {"type": "FeatureCollection", **({"name": timeline.title} if timeline.title else {})}
    missing, all = len(timeline.events) - len(shown), count_of(len(timeline.events), "event")
    have = "has" if missing == 1 else "have"
    lost = f"{missing:,} of {all} {have} no coordinates and cannot be shown in geojson; json has them."
    return Exported(
        lambda: document(head, "features", (feature(event, place) for event, place in shown)),
        (),
        (lost,) if missing else (),
        missing,
    )
