"""The closed lists of words that a timeline file may use, each word with its meaning in one line.

Hover texts of editors, `check --explain type` and `docs/format.md` come from here.
"""

from collections.abc import Mapping
from types import MappingProxyType

TYPES = {
    "meeting": "People of two or more sides meet in person, or a body holds a session.",
    "call": "People of two or more sides speak by telephone or by video.",
    "statement": "Someone speaks or publishes in their own name: a speech, a declaration, a press release.",
    "agreement": "Two or more sides commit themselves to something: a treaty, a ceasefire, a joint text.",
    "decision": "One side or one body decides something: a law, a resolution, an order, an appointment.",
    "request": "Someone asks another for something: a mission, aid, talks, an explanation.",
    "hostilities": "Armed forces or groups fight, whoever began it: an attack, shelling, an exchange of fire.",
    "ceasefire-violation": "What a source calls a breach of a ceasefire in force, whoever is responsible.",
    "explosion": "A mine, a bomb or other ordnance explodes, and no fighting is reported at that time.",
    "abuse": "Harm to people who take no part in fighting, or no longer do: killing, torture, ill-treatment.",
    "prisoner-release": "People who were held are released, exchanged or returned.",
    "withdrawal": "Forces, observers or officials leave a place or a position.",
    "deployment": "Forces, observers or a mission are sent to a place or set up there.",
    "investigation": "An authority or organisation opens, conducts or ends an inquiry.",
    "publication": "A document, a picture or a video becomes public.",
    "other": "None of the others; the title says what it is.",
}
STATUSES = {
    "confirmed": "At least two independent voices, of different states or bodies, assert it.",
    "reported": "A source asserts it, and none is known to contradict. The default.",
    "alleged": "A source asserts it, mostly as an accusation, and it is not established.",
    "disputed": "Sources contradict each other: on whether it happened, or on who did it or began it.",
    "planned": "It was announced or agreed for a time that had not yet come.",
}
PARTS = {
    "night": "From the evening of one day to the morning of the next; the date has both days.",
    "morning": "From the early hours to noon.",
    "afternoon": "From noon to the evening.",
    "evening": "From the end of the afternoon to the night.",
}
ROLES = {
    "initiator": "Acted first, according to a source: began the fighting, made the request, called the meeting.",
    "target": "The one at whom it was directed: the attacked, the asked, the addressed.",
    "participant": "Took part; no more is said. The default.",
    "host": "Received the others, or provided the place.",
    "mediator": "Acted between the sides, without being one of them.",
    "victim": "Suffered harm.",
    "alleged-perpetrator": "Is said to have done harm; nothing is established by this word.",
    "beneficiary": "Gained by it: was released, received aid, was given a right.",
    "observer": "Was present or watched, without taking part.",
    "speaker": "Spoke: made the statement, held the speech.",
}
ACTOR_KINDS = {
    "state": "A state, with everything that belongs to it.",
    "government-body": "A body of a state: a ministry, a parliament, a court, an office.",
    "armed-force": "The armed forces of a state, or a part of them.",
    "armed-group": "An organised armed group that is no part of a state's forces.",
    "de-facto-authority": "An authority that governs a territory without general recognition.",
    "igo": "An intergovernmental organisation: its members are states.",
    "ngo": "A non-governmental organisation, such as one for human rights.",
    "media": "A newspaper, a broadcaster, an agency or another news organisation.",
    "person": "A single person.",
    "population": "People who are no organisation: civilians of a place, prisoners of war, refugees.",
}
STANCES = {
    "asserts": "The source says that it happened. The default.",
    "denies": "The source says that it did not happen, or not so.",
    "doubts": "The source questions it, or a part of it, without denying it.",
}
RELATIONS = {
    "part-of": "It is a part of the other event.",
    "response-to": "It answers the other event, according to a source.",
    "follows": "It comes after the other event in one course of events, without being an answer to it.",
    "about": "It concerns the other event: a statement, an inquiry or a publication on it.",
    "same-as": "It is the other event, recorded once more.",
}
PLACE_PRECISIONS = {
    "exact": "The coordinates are those of the very spot, such as a building.",
    "near": "The spot lies in or near the town or landmark that the coordinates are of.",
    "admin2": "Only the district or county is known (a second-level division).",
    "admin1": "Only the province or federal state is known (a first-level division).",
    "region": "Only an area without administrative borders is known, such as a valley or a frontier.",
    "country": "Only the country is known.",
}
VERSIONS = {
    "transcript": "The words as they were spoken or first written.",
    "translation": "A translation of the original.",
    "retranslation": "A translation of a translation, often back into the first language; its wording deserves doubt.",
    "excerpt": "A part of the original, word for word.",
    "report": "An account of the words by somebody else, not the words themselves.",
}
TOLLS = {
    "killed": "How many were killed.",
    "injured": "How many were injured.",
    "captured": "How many were captured.",
    "released": "How many were released.",
    "missing": "How many are missing.",
}
VERDICTS = {
    "exact": "It stands there word for word.",
    "folded": "It stands there, but for blanks, quotation marks, dashes or the form of letters.",
    "elided": "Its passages stand there in this order, with words left out between them.",
    "absent": "It does not stand there.",
    "unverified": "The source has no archived text.",
}
DATE_PRECISIONS = {
    "year": "A year.",
    "month": "A month.",
    "day": "A day.",
    "time": "A clock time.",
    "season": "Three months.",
    "decade": "Ten years.",
    "century": "A hundred years.",
    "interval": "From one date to another, all that time.",
    "set": "One of several dates.",
}

LISTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "type": TYPES,
        "status": STATUSES,
        "part": PARTS,
        "role": ROLES,
        "kind": ACTOR_KINDS,
        "stance": STANCES,
        "as": RELATIONS,
        "precision": PLACE_PRECISIONS,
        "version": VERSIONS,
    }
)
"""The lists that a file may use, by the name of their field."""
