#!/usr/bin/env python3
"""Compiles name tables into the one flat file that the entity-tag plugin embeds.

    Tools/compile-gazetteer.py SOURCES Plugins/EntityTag/Data/tables /usr/share/dict/american-english \
      Plugins/EntityTag/Data/names.gazetteer

SOURCES is a folder with the public tables that NOTICE names (countries.tsv, world-cities.csv, census-*.tsv, …). The
second folder holds the tables written for this project; where both speak of a name, these come first. Then comes a
dictionary, a word a line: that of the Debian package wamerican (2020.12.07). The layout of the result is told in Plugins/EntityTag/Gazetteer/GazetteerLayout.swift. Same input, same bytes.
"""
import csv
import json
import re
import struct
import sys
import unicodedata
from pathlib import Path

VERSION = 1
LABELS = ["PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"]
CLASSES = [
    "title", "role", "nameSuffix", "orgSuffix", "orgTail", "orgHead", "facTail", "locTail", "locHead", "geoTail",
    "geoHead", "lawTail", "lawHead", "eventTail", "eventHead", "said", "place", "function", "particle", "month",
    "workCue", "direction", "languageCue", "noName", "strongPlace", "workTail",
]
CLASS_RECORD = 255
# Strengths, as GazetteerSense.Strength has them: how much more than the bare name it takes.
SURE, CAREFUL, CONTEXT = 0, 1, 2
CASE_SENSITIVE = 4
LAST_SENSE = 8
COUNTRY = 16
# Flags of a key, above the 20 bits of the index of its first sense.
PREFIX, FIRST_NAME, LAST_NAME, COMMON, HAS_SENSES, HAS_CLASSES = (1 << bit for bit in range(20, 26))
BUCKET_BITS = 15


# Tokens and their hashes, as Plugins/EntityTag/Tokens makes them.

def lower(c):
    if 0x41 <= c <= 0x5A or 0xC0 <= c <= 0xDE and c != 0xD7:
        return c + 32
    if 0x100 <= c <= 0x137 and c != 0x130 or 0x14A <= c <= 0x177:
        return c | 1
    if 0x139 <= c <= 0x148 or 0x179 <= c <= 0x17E:
        return c + (c & 1)
    if c == 0x178:
        return 0xFF
    if 0x391 <= c <= 0x3A9 and c != 0x3A2 or 0x410 <= c <= 0x42F:
        return c + 32
    if 0x400 <= c <= 0x40F:
        return c + 80
    if 0x1E00 <= c <= 0x1E95 or 0x1EA0 <= c <= 0x1EFF:
        return c | 1
    return c


def fnv(data):
    h = 0xCBF29CE484222325
    for b in data:
        h = (h ^ b) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return h


def token_hash(token, exact):
    token = token.replace("\u2019", "'")
    return fnv((token if exact else "".join(chr(lower(ord(c))) for c in token)).encode())


LETTER = r"[^\W\d_]"
TOKEN = re.compile(
    rf"(?:{LETTER}\.){{2,}}"  # U.S.
    rf"|[A-Z]\.(?=\s*[A-Z])"  # J. Smith
    rf"|['’]s\b"
    rf"|{LETTER}(?:{LETTER}|\d|['’](?!s\b)(?={LETTER}))*"
    rf"|\d+(?:[.,]\d+)*"
    rf"|\S")


def tokens(name):
    return TOKEN.findall(name)


def extended(hash_, next_):
    """The hash of a sequence and one more token, as GazetteerLookup.extended has it."""
    h = ((hash_ << 23 | hash_ >> 41) & 0xFFFFFFFFFFFFFFFF) ^ next_
    return h * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF


def sequence_hashes(words, exact=False):
    """The hash of each beginning of a token sequence; that of one token is the token's own."""
    hashes = []
    for word in words:
        h = token_hash(word, exact)
        hashes.append(extended(hashes[-1], h) if hashes else h)
    return hashes


def plain(name):
    """The name without accents, as much news writes it."""
    name = name.translate(str.maketrans("łŁøØđĐıßæÆ’‘ʻʼ", "lLoOdDisaA''''"))
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


class Names:
    """All names with their senses, gathered in order: what comes first stays first."""

    def __init__(self):
        self.senses = {}  # key hash -> [(label, strength, case, thing, exact hash)]
        self.flags = {}  # key hash -> flags
        self.classes = {}  # key hash -> class bits
        self.things = {}  # (label, canonical) -> id, for those that have a name of their own to tell
        self.nameless = {}
        self.countries = set()  # things

    def flag(self, word, flag):
        words = tokens(word)
        if len(words) == 1:
            key = token_hash(words[0], False)
            self.flags[key] = self.flags.get(key, 0) | flag

    def word_class(self, word, name):
        word = word if word.count(".") != 1 else word.rstrip(".")
        words = tokens(word)
        if len(words) == 1:
            key = token_hash(words[0], False)
            self.classes[key] = self.classes.get(key, 0) | 1 << CLASSES.index(name)

    def add(self, label, name, canonical=None, strength=SURE, case=False):
        """One name of a thing. Without `canonical` the name stands for itself and costs no string."""
        name = name.strip()
        words = tokens(name)
        if not words or len(words) > 12 or len(name) < 2:
            return
        if canonical is None:
            thing = self.nameless.setdefault((label, plain(name).lower()), len(self.nameless))
            thing = ("nameless", thing)
        else:
            thing = ("named", self.things.setdefault((label, canonical), len(self.things)))
        for form in dict.fromkeys([name, plain(name)]):
            words = tokens(form)
            hashes = sequence_hashes(words)
            exact = sequence_hashes(words, exact=True)[-1] & 0xFFFFFFFF
            senses = self.senses.setdefault(hashes[-1], [])
            if not any(s[0] == label and s[4] == exact for s in senses):
                senses.append((label, strength, case, thing, exact))
            for prefix in hashes[:-1]:
                self.flags[prefix] = self.flags.get(prefix, 0) | PREFIX

    def country(self, name):
        """Lets the first place of this name be a country."""
        things = [s[3] for s in self.senses.get(sequence_hashes(tokens(name))[-1], []) if s[0] == "GPE"]
        self.countries.update(things[:1])

    def has(self, name, label):
        words = tokens(name)
        return any(s[0] == label for s in self.senses.get(sequence_hashes(words)[-1], [])) if words else False


MARKS = {"=": (SURE, True), "~": (CAREFUL, False), "?": (CONTEXT, False)}


def marked(name):
    """A name with its strength and case mark read off."""
    if name[:1] in MARKS:
        strength, case = MARKS[name[0]]
        return name[1:], strength, case
    letters = [c for c in name if c.isalpha()]
    # What is all capitals and short is a word in other cases: "WHO", "AIDS".
    return name, SURE, bool(letters) and len(letters) <= 4 and all(c.isupper() for c in letters)


def add_own_tables(names, folder):
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text().splitlines():
            if not line or line.startswith("#"):
                continue
            if path.name == "words.tsv":
                kind, words = line.split("\t")
                for word in words.split("|"):
                    names.word_class(word, kind)
            elif path.name == "common-words.tsv":
                names.flag(line.split("\t")[0], COMMON)
            elif path.name == "given-names.tsv":
                for word in line.split("\t")[-1].split("|"):
                    names.flag(word, FIRST_NAME if line.startswith("first") else LAST_NAME)
            else:
                label, canonical, aliases = (line.split("\t") + ["", ""])[:3]
                forms = [marked(alias) for alias in aliases.split("|") if alias]
                # A marked alias equal to the canonical name says how much that name alone is worth.
                if not any(name == canonical for name, _, _ in forms):
                    forms.insert(0, marked(canonical))
                for name, strength, case in forms:
                    names.add(label, name, canonical if len(forms) > 1 else None, strength, case)
                    if label == "PERSON" and len(tokens(name)) > 1:
                        names.flag(tokens(name)[0], FIRST_NAME)
                        names.flag(tokens(name)[-1], LAST_NAME)


def rows(path, delimiter="\t"):
    with open(path, newline="", encoding="utf-8") as file:
        yield from csv.reader(file, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if delimiter == "," else csv.QUOTE_NONE)


def add_countries(names, folder):
    header, *table = rows(folder / "countries.tsv")
    for row in table:
        country = dict(zip(header, row))
        common = country["common"]
        canonical = next((c for (label, c) in names.things if label == "GPE" and c == common), common)
        if names.has(common, "GPE"):
            canonical = None if canonical == common and ("GPE", common) not in names.things else canonical
        for name in [common, country["official"]]:
            if name and not names.has(name, "GPE"):
                names.add("GPE", name, canonical or common)
        for alias in country["alt"].split("|"):
            # Two-letter codes are words; names in other scripts and spellings are not English news.
            if len(alias) > 4 and alias.isascii() and not names.has(alias, "GPE"):
                names.add("GPE", alias, canonical or common)
        names.country(common)
        for capital in country["capital"].split("|"):
            if capital and not names.has(capital, "GPE"):
                names.add("GPE", capital)
        for demonym in {country["demonym_m"], country["demonym_f"]} - {""}:
            add_demonym(names, demonym)
    for name in ["England", "Scotland", "Wales", "Northern Ireland"]:
        names.country(name)
    for row in rows(folder / "nationality.tsv"):
        for demonym in re.findall(r"[A-Z][\w'-]+(?: [A-Z][\w'-]+)?", row[2]):
            add_demonym(names, demonym)


def add_demonym(names, demonym):
    # Some rows give the place's name as its adjective: "Hong Kong".
    if names.has(demonym, "NORP") or names.has(demonym, "GPE"):
        return
    plural = demonym + "s" if demonym[-1] in "nirki" and not demonym.endswith("ese") else None
    names.add("NORP", demonym, demonym if plural else None)
    if plural:
        names.add("NORP", plural, demonym)


def add_regions(names, folder):
    """States and provinces, which sound like ordinary words often enough to ask for context where they are one word."""
    for code, name, *rest in rows(folder / "territories.tsv"):
        if "(" in name or names.has(name, "GPE") or not name[:1].isupper() or code == "zz":  # zz: "Global"
            continue
        names.add("GPE", name, strength=SURE if "_" not in code or len(tokens(name)) > 1 else CAREFUL)


def add_cities(names, folder):
    for row in list(rows(folder / "world-cities.csv", ","))[1:]:
        name = row[0]
        if not names.has(name, "GPE"):
            names.add("GPE", name, strength=CONTEXT)


def add_people(names, folder):
    for file, flag in [("census-male.tsv", FIRST_NAME), ("census-female.tsv", FIRST_NAME), ("census-last.tsv", LAST_NAME)]:
        for row in rows(folder / file):
            names.flag(row[0], flag)
    for row in rows(folder / "us-legislators.tsv"):
        for first in [row[1], row[3] if len(row) > 3 else ""]:
            names.flag(first, FIRST_NAME)
        names.flag(row[2], LAST_NAME)
        names.add("PERSON", f"{row[1]} {row[2]}")
    for row in rows(folder / "leaders.tsv"):
        text = re.sub(r"\(.*?\)|;.*", "", row[2])
        words = re.findall(r"[\w'’-]+", text)
        family = [w for w in words if len(w) > 1 and w.isupper() and w not in {"II", "III", "IV", "VI", "VIII", "XIV"}]
        if not family:
            continue
        for word in family:
            names.flag(word.capitalize(), LAST_NAME)
        before = words[words.index(family[0]) - 1] if words.index(family[0]) else ""
        if before[:1].isupper() and not names.classes.get(token_hash(before, False), 0) & 1:
            names.flag(before, FIRST_NAME)


def add_organizations(names, folder):
    for row in rows(folder / "org-aliases.tsv"):
        add_aliases(names, "ORG", row)
    for row in rows(folder / "treaties.tsv"):
        add_aliases(names, "LAW", row)
    for row in list(rows(folder / "sp500.csv", ","))[1:]:
        add_company(names, row[1])
    for company in json.loads((folder / "fortune500.json").read_text())["companies"]:
        add_company(names, company)
    for agency in json.loads((folder / "us_federal_agencies.json").read_text())["agencies"]:
        if len(tokens(agency)) > 1:
            names.add("ORG", agency)
    for paper in json.loads((folder / "newspapers.json").read_text())["newspapers"]:
        if len(tokens(paper)) > 1:
            names.add("ORG", paper)
            if paper.startswith("The "):
                names.add("ORG", paper[4:])
    for party in json.loads((folder / "uk_political_parties.json").read_text())["parties"]:
        if re.search(r"\b(Party|Labour|Democrats|Alliance|League|Unionists?)\b", party) and 1 < len(tokens(party)) < 6:
            names.add("ORG", party)
    for row in rows(folder / "igo-memberships.tsv"):
        if re.fullmatch(r"[A-Z]{4,}", row[0]):
            names.add("ORG", row[0], case=True)


def add_aliases(names, label, row):
    canonical, aliases = row[0], (row[1] if len(row) > 1 else "").split("|")
    for name in [canonical, *aliases]:
        # "the bloc" names nothing alone; two capitals are too many things.
        if not name or name[0].islower() and not name.startswith("al-") or len(name) < 3 or names.has(name, label):
            continue
        form, strength, case = marked(name)
        if len(tokens(name)) == 1 and not name.isupper() and len(name) < 6:
            strength = CAREFUL
        names.add(label, form, canonical, strength, case)


SUFFIX = re.compile(
    r",? (?:Inc\.?|Corp\.?|Corporation|Company|Co\.?|plc|PLC|Ltd\.?|Group|Holdings|Holding|\(.*\)|Class [A-Z]|& Co\.)$")


def add_company(names, name):
    name = re.sub(r"\s*\(.*?\)", "", name).strip()
    if name.startswith("The ") and len(tokens(name)) > 2:
        name = name[4:]
    short = name
    while SUFFIX.search(short):
        short = SUFFIX.sub("", short)
    for form in {name, short}:
        words = tokens(form)
        if not names.has(form, "ORG"):
            # A company of one word may be a word ("Target") or a person ("Dell").
            names.add("ORG", form, name if name != short else None, SURE if len(words) > 1 else CAREFUL)


def add_dictionary(names, path):
    """Ordinary words that are nothing else; short ones are acronyms in capitals."""
    for word in path.read_text().splitlines():
        if len(word) > 4 and word.isascii() and word.isalpha() and word.islower():
            key = token_hash(word, False)
            if not any(key in known for known in (names.senses, names.flags, names.classes)):
                names.flags[key] = COMMON


def compiled(names):
    keys = sorted(set(names.senses) | set(names.flags) | set(names.classes))
    buckets, low_keys, values, senses = [0] * ((1 << BUCKET_BITS) + 1), [], [], []
    strings = [canonical for (_, canonical) in names.things]
    for key in keys:
        value = names.flags.get(key, 0)
        records = []
        if key in names.classes:
            value |= HAS_CLASSES
            records.append((0, names.classes[key], CLASS_RECORD, 0))
        for label, strength, case, (kind, thing), exact in names.senses.get(key, []):
            flags = strength | (CASE_SENSITIVE if case else 0) | (COUNTRY if (kind, thing) in names.countries else 0)
            thing = thing if kind == "named" else thing + len(strings)
            records.append((exact, thing, LABELS.index(label), flags))
        if records:
            value |= HAS_SENSES | len(senses)
            assert len(senses) < 1 << 20
            senses += records[:-1]
            exact, thing, label, flags = records[-1]
            senses.append((exact, thing, label, flags | LAST_SENSE))
        buckets[(key >> (64 - BUCKET_BITS)) + 1] += 1
        low_keys.append(key >> (32 - BUCKET_BITS) & 0xFFFFFFFF)
        values.append(value)
    for index in range(1 << BUCKET_BITS):
        buckets[index + 1] += buckets[index]
    encoded = [string.encode() for string in strings]
    ends = [0]
    for string in encoded:
        ends.append(ends[-1] + len(string))
    header = struct.pack(
        "<8sIIIIII", b"GALLEYGZ", VERSION, BUCKET_BITS, len(keys), len(senses), len(strings), ends[-1])
    body = struct.pack(f"<{len(buckets)}I", *buckets)
    body += struct.pack(f"<{len(low_keys)}I", *low_keys) + struct.pack(f"<{len(values)}I", *values)
    body += b"".join(struct.pack("<IIBBH", exact, thing, label, flags, 0) for exact, thing, label, flags in senses)
    body += struct.pack(f"<{len(ends)}I", *ends) + b"".join(encoded)
    return header + body, len(keys), len(senses), len(strings)


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    sources, tables, dictionary, target = map(Path, sys.argv[1:])
    names = Names()
    add_own_tables(names, tables)
    add_countries(names, sources)
    add_organizations(names, sources)
    add_people(names, sources)
    add_regions(names, sources)
    add_cities(names, sources)
    add_dictionary(names, dictionary)
    data, keys, senses, strings = compiled(names)
    target.write_bytes(data)
    print(f"{target}: {len(data)} bytes, {keys} keys, {senses} senses, {strings} canonical names")


if __name__ == "__main__":
    main()
