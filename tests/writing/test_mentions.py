"""Every id that a file declares or names is found, and nothing else is taken for one."""

from diplotimeline.reading.tree import read_tree
from diplotimeline.record import casualties, groups, kinds, values
from diplotimeline.record.fields import fields_of
from diplotimeline.writing.mentions import LISTS_OF_GROUPS, REFERENCES, mentions

FILE = b"""\
title: ardelia
actors:
  ardelia: {name: ardelia, aliases: [ardelia], note: ardelia}
  envoy: {name: E, of: [ardelia]}
sources:
  daily: {title: daily, speaker: ardelia, version_of: weekly, publisher: daily}
events:
  - date: 2024
    title: daily
    id: one
    type: call
    tags: [one, ardelia]
    accepted: {no-quote: ardelia}
    actors: [ardelia, {who: envoy, role: host}]
    related: [{event: one, as: about}]
    source: daily
    according_to: ardelia
    casualties: [{who: ardelia, killed: 3}]
  - date: 2025
    title: two
    claims:
      - source: daily
        quote: ardelia
        according_to: [ardelia]
        actors: [envoy]
        casualties: [{killed: 3}]
"""


def test_ids_are_found_where_they_are_ids() -> None:
    found = [(one.kind, one.id, ".".join(map(str, one.route)), one.declares) for one in mentions(read_tree(FILE).root)]

    assert found == [
        ("actor", "ardelia", "actors.ardelia", True),
        ("actor", "envoy", "actors.envoy", True),
        ("actor", "ardelia", "actors.envoy.of.0", False),
        ("source", "daily", "sources.daily", True),
        ("actor", "ardelia", "sources.daily.speaker", False),
        ("source", "weekly", "sources.daily.version_of", False),
        ("event", "one", "events.0.id", True),
        ("actor", "ardelia", "events.0.actors.0", False),
        ("actor", "envoy", "events.0.actors.1.who", False),
        ("event", "one", "events.0.related.0.event", False),
        ("source", "daily", "events.0.source", False),
        ("actor", "ardelia", "events.0.according_to", False),
        ("actor", "ardelia", "events.0.casualties.0.who", False),
        ("source", "daily", "events.1.claims.0.source", False),
        ("actor", "ardelia", "events.1.claims.0.according_to.0", False),
        ("actor", "envoy", "events.1.claims.0.actors.0", False),
    ]


def test_every_field_that_holds_ids_is_known() -> None:
    """A new one must be told to `mentions`, or it would keep the old id."""
    forms = (
        values.Event,
        values.Claim,
        values.Actor,
        values.Source,
        values.Participant,
        casualties.Casualties,
        values.Relation,
    )
    declared = [one for form in forms for one in fields_of(form)]
    ids = {one.written_as for one in declared if isinstance(one.kind, (kinds.Reference, groups.OneOrMore))}
    lists = {
        one.written_as
        for one in declared
        if isinstance(one.kind, groups.Several) and isinstance(one.kind.each, groups.Group)
    }

    assert ids == {*REFERENCES}
    assert lists == {*LISTS_OF_GROUPS, "actors"}


def test_data_of_another_shape_has_none() -> None:
    assert [*mentions({"actors": ["a"], "sources": None, "events": {"id": "a"}})] == []
    assert [*mentions({"events": ["a", {"id": ["a"], "actors": {"who": "a"}, "claims": "a"}]})] == []
