"""The closed lists of words that a timeline file may use, each word with its meaning in one line.

Hover texts of editors, `check --explain type` and `docs/format.md` come from here.
"""

from collections.abc import Mapping
from types import MappingProxyType

TYPES = {
    "meeting": "People of two or more sides meet in person, or by video with all in one session.",
    "call": "A conversation by telephone or video between few people.",
    "statement": "Words spoken or published by someone in office: a speech, a note, a press release.",
    "agreement": "Sides agree on something: signed, initialled, or announced together.",
    "decision": "A body or person in office decides: a resolution, a ruling, an order, a vote.",
    "request": "One side asks another, or an organisation, for something.",
    "hostilities": "Fighting between armed sides, whoever began it.",
    "ceasefire-violation": "A source calls it a breach of a ceasefire that was in force.",
    "explosion": "Something explodes, such as a mine, and no exchange of fire is reported.",
    "abuse": "Harm to people who take no part in fighting or are held: killing, torture, ill-treatment.",
    "prisoner-release": "People who were held are released, exchanged or returned.",
    "withdrawal": "Forces or people in office leave a place or a position.",
    "deployment": "Forces, observers or a mission are sent to or set up at a place.",
    "investigation": "An inquiry is opened, conducted or concluded.",
    "publication": "A document, picture or video becomes public.",
    "other": "Nothing else in this list fits.",
}
STATUSES = {
    "confirmed": "Two or more independent sources, of different states or bodies, assert it.",
    "reported": "A source reports it, and nobody is known to deny it.",
    "alleged": "A source raises it as an accusation that nobody has established.",
    "disputed": "Sources contradict one another on whether or how it happened.",
    "planned": "It is announced for a day that had not come yet.",
}
PARTS = {
    "night": "From the evening of one day to the morning of the next; the date has both days.",
    "morning": "Before noon.",
    "afternoon": "From noon to the evening.",
    "evening": "The end of the day.",
}
ROLES = {
    "initiator": "Who began it, as a source says.",
    "target": "At whom it was directed.",
    "participant": "Who took part; no more is said.",
    "host": "Who received the others.",
    "mediator": "Who stood between the sides.",
    "victim": "Who was harmed.",
    "alleged-perpetrator": "Who is said to have done it; nothing is established by this word.",
    "beneficiary": "For whom it was done.",
    "observer": "Who was present without taking part.",
    "speaker": "Who spoke.",
}
ACTOR_KINDS = {
    "state": "A state, with everything that belongs to it.",
    "government-body": "A ministry, an office, a parliament, a court of a state.",
    "armed-force": "The armed forces of a state, or a part of them.",
    "armed-group": "An armed group that belongs to no state's forces.",
    "de-facto-authority": "An authority that governs a territory without general recognition.",
    "igo": "An organisation of states.",
    "ngo": "An organisation of private people, such as one for human rights.",
    "media": "A newspaper, an agency, a broadcaster, a site.",
    "person": "One person.",
    "population": "People with something in common: prisoners of war, civilians of a state.",
}
STANCES = {
    "asserts": "The source says that it happened.",
    "denies": "The source says that it did not happen, or not so.",
    "doubts": "The source questions it without denying it.",
}
RELATIONS = {
    "part-of": "It is a part of the other event.",
    "response-to": "A source says that it was done in answer to the other event.",
    "follows": "It came after the other event and continues it.",
    "about": "It speaks of the other event.",
    "same-as": "It is the other event, told once more.",
}
PLACE_PRECISIONS = {
    "exact": "The coordinates are the place itself.",
    "near": "The coordinates lie near the place.",
    "admin2": "They stand for a second-level division, such as a district.",
    "admin1": "They stand for a first-level division, such as a province.",
    "region": "They stand for a region without fixed borders.",
    "country": "They stand for a whole country.",
}
VERSIONS = {
    "transcript": "The words as they were spoken or first written.",
    "translation": "A translation of the original.",
    "retranslation": "A translation of a translation, or back into the first language.",
    "excerpt": "A part of the original, word for word.",
    "report": "What somebody else says that the original says.",
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
