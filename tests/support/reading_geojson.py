"""GeoJSON read by the rules of RFC 7946: every object has its type, every point longitude before latitude."""

import json
from typing import Any

from diplotimeline import Event

Json = dict[str, Any]


def read(data: bytes | str) -> list[Json]:
    """The features of a collection; fails where the RFC is not kept."""
    record: Json = json.loads(data)
    assert record["type"] == "FeatureCollection"
    assert not record.keys() & {"coordinates", "geometries", "geometry", "properties", "crs"}
    features: list[Json] = record["features"]
    for feature in features:
        assert feature["type"] == "Feature"
        assert isinstance(feature["id"], str)
        assert isinstance(feature["properties"], dict)
        assert feature["geometry"].keys() == {"type", "coordinates"}
        assert feature["geometry"]["type"] == "Point"
        longitude, latitude = feature["geometry"]["coordinates"]
        assert abs(longitude) <= 180
        assert abs(latitude) <= 90
    return features


def titles(data: bytes) -> list[str]:
    """The titles of the events that have a point."""
    return [feature["properties"]["title"] for feature in read(data)]


def on_the_map(event: Event) -> bool:
    """Whether the place of an event has coordinates."""
    return event.place is not None and event.place.lat is not None
