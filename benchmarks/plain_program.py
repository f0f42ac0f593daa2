"""argparse and libyaml: what anybody writes in ten lines to print such a file, without a look at what stands in it."""

import argparse

import yaml

parser = argparse.ArgumentParser(description="Print a timeline.")
parser.add_argument("file")
with open(parser.parse_args().file, "rb") as stream:
    timeline = yaml.load(stream, yaml.CSafeLoader)
for event in timeline["events"]:
    print(event["date"], event["title"])
    for claim in event.get("claims", []):
        print("   ", claim["source"], claim.get("quote", ""))
