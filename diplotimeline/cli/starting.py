"""What a new timeline holds: a valid file without events, and one example of everything as comments."""

STARTER = """\
# yaml-language-server: $schema=schema.json
## With that line an editor completes and checks while you type: diplotimeline schema > schema.json
## Take the '# ' away from the lines that you need and fill in your own; `diplotimeline check` finds every mistake.
title: A new chronology

## Who acts and who speaks. The id before the colon is what events refer to; 'of' is the actor it belongs to.
# actors:
#   norway: {name: Norway, kind: state, iso: NOR, aliases: [Oslo]}
#   minister: {name: Kari Nordmann, kind: person, of: norway, office: Foreign Minister}

## What is cited. Keep the text of each source beside this file: every quote is then searched in it, word for word.
# sources:
#   statement-2022-10-06:
#     title: Statement of the Foreign Minister
#     speaker: minister
#     issued: 2022-10-06
#     url: https://example.org/statement
#     file: sources/statement-2022-10-06.txt

## What happened. Needed are date, title and source. Dates: 2022-10-04, 2022-10, 2022-09-13/2022-09-14 (all that time),
## "[2022-09-26..2022-10-02]" (some time in there), "[..2022-10-06]" (then or earlier), 2022-09~ (about).
# events:
#   - date: 2022-10-04
#     title: The ministers speak by telephone
#     type: call
#     actors: [minister]
#     source: statement-2022-10-06
#     quote: On 4 October the ministers spoke by telephone.
"""
