#!/usr/bin/env python3
"""Writes the named people, organizations and places of GUM's documents as IOB2, which galley-train reads.

    Tools/gum-to-iob2.py FOLDER [--skip ID,ID…] > gum.iob2

FOLDER holds a .txt for each document and a .json with "blocks" (whose "sents" are ranges) and "mentions". GUM marks
whole noun phrases: "the former president of Brazil". What is written is the name inside, without article and title;
capitals of phrases that are more than a name get the tag "?", of which nothing is learned.
"""
import glob
import json
import os
import re
import sys

KINDS = {"person": "PER", "place": "LOC", "organization": "ORG"}
TOKEN = re.compile(r"(?:[A-Z]\.)+|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|\d+(?:[.,]\d+)*|['’]s\b|\S")
ARTICLES = set("the a an this that our his her their its".split())
TITLES = set(
    "mr mrs ms dr prof professor president minister prime sir senator sen rep representative gov governor king queen "
    "prince princess general gen col colonel captain capt lt lieutenant sgt judge justice chancellor secretary mayor "
    "lord lady rev reverend father pope saint chairman director deputy vice chief madam premier ambassador congressman "
    "congresswoman emperor sheikh sultan emeritus speaker attorney commander officer actor actress former us u.s.".split())
INNER = set("of the and for & de la van von der al - ' ’ ’s 's on in del da du y e – . to at a".split())
NOT_IN_PEOPLE = set("of the and for in at to on".split())
ENDS = {"'s", "’s", "'", "’", ",", ".", '"', "“", "”"}
# States that act are organizations to GUM, and places to the other corpora.
STATES = set(
    "afghanistan argentina australia austria belgium brazil britain canada chile china colombia cuba denmark egypt "
    "england estonia finland france germany ghana greece hungary india indonesia iran iraq ireland israel italy japan "
    "kenya kuwait latvia lebanon libya lithuania malaysia mexico morocco netherlands nigeria norway pakistan peru "
    "philippines poland portugal qatar romania russia scotland serbia singapore spain sweden switzerland syria taiwan "
    "thailand tunisia turkey uganda ukraine vietnam wales yemen zimbabwe us u.s. uk u.k.".split()
    + ["united states", "united kingdom", "new zealand", "north korea", "south korea", "saudi arabia", "south africa"])


def name(tokens, kind):
    """The range of the name in a mention's tokens, or None where it is more than a name."""
    start, end = 0, next((i for i, t in enumerate(tokens) if i and t in (",", "(")), len(tokens))
    while start < end and tokens[start].lower() in ARTICLES:
        start += 1
    while end > start and tokens[end - 1] in ENDS:
        end -= 1
    while start < end and tokens[start] in ('"', "“"):
        start += 1
    if kind == "PER":
        while start < end - 1 and (tokens[start].lower() in TITLES or start > 0 and tokens[start] == "."):
            start += 1
    inside = tokens[start:end]
    if not inside or not (inside[0][0].isupper() or inside[0] in ("al", "de", "von", "van") and len(inside) > 1):
        return None
    if not all(t[0].isupper() or t in INNER or t.isdigit() and kind != "PER" for t in inside):
        return None
    if not (inside[-1][0].isupper() or inside[-1].isdigit()):
        return None
    return None if kind == "PER" and NOT_IN_PEOPLE & set(inside) else (start, end)


def tagged(text, first, last, mentions):
    """The tokens of a sentence with their tags."""
    tokens = [(m.start() + first, m.end() + first, m.group()) for m in TOKEN.finditer(text[first:last])]
    tags, unclear = ["O"] * len(tokens), set()
    for mention in mentions:
        kind = KINDS.get(mention["type"])
        inside = [i for i, t in enumerate(tokens) if t[0] >= mention["start"] and t[1] <= mention["end"]]
        if not kind or not inside:
            continue
        found = name([tokens[i][2] for i in inside], kind)
        if not found:
            unclear.update(inside)
            continue
        place = inside[found[0]:found[1]]
        if any(tags[i] != "O" for i in place):
            continue
        if kind == "ORG" and " ".join(tokens[i][2] for i in place).lower() in STATES:
            kind = "LOC"
        for i in place:
            tags[i] = ("B-" if i == place[0] else "I-") + kind
    for i in unclear:
        if tags[i] == "O" and tokens[i][2][0].isupper():
            tags[i] = "?"
    return [(token[2], tag) for token, tag in zip(tokens, tags)]


def main():
    skipped = set(sys.argv[3].split(",")) if len(sys.argv) > 3 and sys.argv[2] == "--skip" else set()
    for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.json"))):
        with open(path, encoding="utf-8") as file:
            document = json.load(file)
        if document["id"] in skipped:
            continue
        with open(path[:-5] + ".txt", encoding="utf-8") as file:
            text = file.read()
        print("# doc =", document["id"])
        mentions = sorted((m for m in document["mentions"] if m["named"]), key=lambda m: (m["start"], -m["end"]))
        for block in document["blocks"]:
            for first, last in block["sents"]:
                inside = [m for m in mentions if m["start"] >= first and m["end"] <= last]
                for token, tag in tagged(text, first, last, inside):
                    print(f"{token}\t{tag}")
                print()


main()
