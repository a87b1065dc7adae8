#!/usr/bin/env python3
"""Writes made-up results, tables, datelines and headlines as IOB2, which galley-train reads.

    Tools/made-results.py GAZETTEERS TABLES [--lines N] [--seed N] > made.iob2

Annotated corpora have hardly any of what wire services send most: scores, standings, fixtures, rankings, scorecards, lines
in capitals. There a city stands for its team, and a country for itself. All of it is drawn at random from tables of names:
GAZETTEERS has countries.tsv, world-cities.csv and the census' names, TABLES is Plugins/EntityTag/Data/tables.
"""
import argparse
import csv
import random
import re
from pathlib import Path

TOKEN = re.compile(r"(?:[A-Z]\.)+|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|\d+(?:[.,:]\d+)*|['’]s\b|\S")

# In a line {x} is a name or a number of kind x: t team, k a team by its city or nickname, c country, y city, p person,
# l family name, i initial and family name, o organization, n number, s score, d date, g digits with a point.
RESULTS = """
{t} {n} {t} {n}|{t} {n} {t} {n}|{k} {n} {k} {n}|{k} {n} {k} {n}|{k} {n} {k} {n} ( OT )|{c} {n} {c} {n}|{t} v {t}|{k} v {k}|{k} AT {k}
{k} at {k}|{k} {n} , {k} {n}|{t} {n} ( {l} {n} ) {t} {n} ( {l} {n} )|{c} {n} ( {p} {n} ) {c} {n} ( {l} {n} )|{t} - {t} {s}|{k} - {k} {s}
{c} - {c} {s}|{t} beat {t} {s} ( halftime {s} )|{c} bt {c} {s}|{c} beat {c} {s} ( halftime {s} ) in their qualifier on {d} .
{k} {n} {n} .{n} -|{k} {n} {n} .{n} {n}|{t} {n} {n} {n} {n} {n} {n} {n}|{k} {n} {n} {n} {n} {n} {n} {n}|{c} {n} {n} {n} {n} {n} {n} {n}
{p} ( {c} ) beat {p} ( {c} ) {s} {s}|{p} ( {c} ) bt {p} ( {c} ) {s} {s}|{n} - {p} ( {c} ) beat {p} ( {c} ) {s} {s}|{n} . {p} ( {c} ) {g}
{n} . {p} ( {c} ) {g} seconds|{n} . {p} , {c} , {g}|{n} {p} ( {c} ) {n} {n} {n}|{n} {p} {n} {n} {n}|{n} . {p} {c} {g}|{n} . {p} , {c} , {t} {g}
{n} . {p} ( {c} ) {t} {g}|{i} c {l} b {l} {n}|{i} b {l} {n}|{i} lbw b {l} {n}|{i} not out {n}|{i} run out {n}|{i} c and b {l} {n}
Bowling : {l} {n}-{n}-{n}-{n} , {l} {n}-{n}-{n}-{n} , {l} {n}-{n}-{n}-{n}|Scorers : {l} ( {n} ) , {l} ( {n} )|{c} - {p} ( {n} ) , {l} ( {n} )
{t} : {p} {n} , {l} {n} penalty|{k} - {l} {n} , {l} {n}|Scorer : {p} ( {n}th minute )|Referee : {p} ( {c} )|{p} , {c} ,|Winner : {p} ( {c} )
Halftime : {s}|Attendance : {n}|Extras {n}|Total {n}|W L PCT GB|WESTERN DIVISION|Fixtures for {d}|Men 's singles , second round|Playing {d} :
{c} : {l} , {l} , {l} ; {l} , {l} , {l} , {l}|{c} ( from ) : {p} , {p} , {p} , {p}|{t} : {n} - {p} ; {n} - {p} , {n} - {p}
Teams : {c} : {n} - {p} , {n} - {p} , {n} - {p} , {n} - {p}|{o} {g} up {g}|{o} {n} {n}|{y} {n} {n} {n}|{c} {g} {g}|{l} {n} {n}-{n} {n}
"""
PROSE = """
{k} beat {k} {s} on {d} .|{t} beat {t} {s} in {y} on {d} .|{t} striker {p} signed for {t} on {d} .|{c} captain {p} was out for {n} .
In {y} , {p} scored {n} points as the {k} defeated the {k} {s} .|At {y} , {p} threw {n} innings as {k} beat {k} .|{k} 's {p} was injured .
{p} scored twice for {t} , who moved above {t} .|{l} , who joined from {t} , said {k} had played well .|{t} coach {p} said : " {l} is fit . "
{p} of {c} won the {n} metres in {y} ahead of {p} of {c} .|World number one {p} lost to {c} 's {p} .|{y} , {c} {d}|{y} {d}|{y} , {d} ( {o} ) -
{c} won the toss and chose to bat against {c} in {y} .|{k} manager {p} praised {l} .|{p} , formerly of {t} , is on loan at {k} .
{p} ( {t} ) and {p} ( {c} ) were sent off .|The {k} won {n} of their last {n} games .|{o} shares rose {g} percent in {y} .|{o} shr {g} vs {g} .
{o} said its net profit rose {n} percent .|{o} , based in {y} , named {p} chief executive .|{o} 's {p} said {o} would sell its stake in {o} .
- {y} newsroom {n}|-- {p} , {y} newsroom , {n}|By {p}|{p}|{p} , {y}|Source : {o}|( {y} newsroom {n} )|{o} <ABC> {n}|Reporting by {p} in {y} ; Editing by {p}
Reporting by {p} and {p} ; Writing by {p}|{y} ( {o} ) -|{y} , {c} ( {o} ) -|{y} ( {o} ) - {c} said on {d} that it would meet {c} in {y} .
"""
CAPITALS = """
SOCCER - {t} BEAT {t} {s} .|SOCCER - {c} BEAT {c} .|TENNIS - {l} BEATS {l} IN {y} FINAL .|CRICKET - {c} WIN TOSS AGAINST {c} .|{o} SHARES FALL .
RUGBY UNION - {c} NAME TEAM TO FACE {c} .|BASKETBALL - {k} CRUSH {k} .|GOLF - {l} LEADS {l} BY {n} IN {y} .|{c} AND {c} TO MEET IN {y} .
SOCCER - {p} SIGNS FOR {t} .|CYCLING - RESULTS IN {y} .|{p} ARRIVES IN {y} FOR TALKS .|{c} SAYS {c} TROOPS CROSSED BORDER .|{o} NAMES {p} CHAIRMAN .
{c} MINISTER MEETS {l} .|{o} BUYS {o} STAKE .|ATHLETICS - {l} WINS {y} MARATHON .|BOXING - {l} STOPS {l} .|{l} SAYS {o} WILL SUE {o} .|{y} STOCKS END HIGHER .
NEWS SUMMARY - {y} .|{t} {n} {t} {n}|{k} {n} {k} {n}|{k} AT {k}|LATEST RESULTS FROM {y} .|{c} {n} {c} {n}
"""
KINDS = {"t": "ORG", "k": "ORG", "o": "ORG", "c": "LOC", "y": "LOC", "p": "PER", "l": "PER", "i": "PER"}
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def templates(text):
    return [line for line in text.strip().replace("\n", "|").split("|") if line]


class Names:
    """Tables of names, from which lines are filled."""

    def __init__(self, gazetteers, tables, seed):
        self.random = random.Random(seed)
        rows = [line.split("\t") for line in (tables / "teams.tsv").read_text().splitlines() if line[0] != "#"]
        self.teams = [row[1] for row in rows]
        self.short = [alias[1:] for row in rows for alias in row[2].split("|") if alias[:1] == "?"]
        given = (tables / "given-names.tsv").read_text().splitlines()
        self.first = [w for line in given if line.startswith("first") for w in line.split("\t")[1].split("|")]
        self.last = [w for line in given if line.startswith("last") for w in line.split("\t")[1].split("|")]
        census = lambda name, count: [
            line.split("\t")[0] for line in (gazetteers / name).read_text().splitlines()[:count]]
        self.first += census("census-male.tsv", 600) + census("census-female.tsv", 600)
        self.last += census("census-last.tsv", 6000)
        countries = [line.split("\t")[2] for line in (gazetteers / "countries.tsv").read_text().splitlines()[1:]]
        common = "Britain|U.S.|United States|England|Scotland|Wales|Germany|France|Italy|Spain|Russia|Australia|Sweden|Japan|China"
        self.countries = countries + common.split("|") * 8
        with open(gazetteers / "world-cities.csv", newline="", encoding="utf-8") as file:
            cities = [row[0] for row in csv.reader(file)][1:]
        self.cities = self.random.sample(cities, 2000) + [row.split("\t")[4] for row in (
            gazetteers / "countries.tsv").read_text().splitlines()[1:] if row.split("\t")[4] and "|" not in row.split("\t")[4]] * 4
        with open(gazetteers / "sp500.csv", newline="", encoding="utf-8") as file:
            self.companies = [re.sub(r"\s*\(.*", "", row[1]) for row in csv.reader(file)][1:]
        self.companies += [line.split("\t")[0] for line in (gazetteers / "org-aliases.tsv").read_text().splitlines()]

    def person(self):
        choose = self.random.choice
        form = self.random.random()
        if form < 0.06:
            return f"{choose(self.first)}-{choose(self.first)} {choose(self.last)}"
        if form < 0.1:
            return f"{choose(self.first)} {choose(self.last)}-{choose(self.last)}"
        if form < 0.14:
            return f"{choose(self.first)} {choose(['van', 'de', 'van der', 'di', 'da', 'el', 'Van'])} {choose(self.last)}"
        return f"{choose(self.first)} {choose(self.last)}"

    def number(self):
        return str(self.random.randint(0, 10 ** self.random.choice([1, 1, 2, 2, 3])))

    def date(self):
        day = self.random.randint(1, 28)
        return self.random.choice([
            self.random.choice(DAYS), f"{self.random.choice(MONTHS)} {day}", f"1996-{day % 12 + 1:02}-{day:02}",
            f"{self.random.choice(DAYS)} , {self.random.choice(MONTHS)} {day}"])

    def filled(self, kind):
        choose = self.random.choice
        return {
            "t": lambda: choose(self.teams), "k": lambda: choose(self.short), "c": lambda: choose(self.countries),
            "y": lambda: choose(self.cities), "p": self.person, "l": lambda: choose(self.last),
            "i": lambda: f"{choose(self.first)[0]} . {choose(self.last)}" if self.random.random() < 0.3
            else f"{choose(self.first)[0]}. {choose(self.last)}",
            "o": lambda: choose(self.companies), "n": self.number, "d": self.date,
            "s": lambda: f"{self.random.randint(0, 9)}-{self.random.randint(0, 9)}",
            "g": lambda: f"{self.random.randint(0, 99)}.{self.random.randint(0, 99):02}"}[kind]()


def line(names, template, capitals):
    """The tokens of a filled template with their tags."""
    tokens = []
    for part in template.split(" "):
        match = re.fullmatch(r"(.*)\{(\w)\}(.*)", part)
        if not match:
            tokens.append((part, "O"))
            continue
        text, label = names.filled(match[2]), KINDS.get(match[2])
        if not label:
            tokens.append((re.sub(r"\{(\w)\}", lambda m: names.filled(m[1]), part).replace(" ", ""), "O"))
            if match[2] == "d":
                tokens[-1:] = [(token, "O") for token in text.split(" ")]
            continue
        words = text.split(" ") if match[2] == "i" else TOKEN.findall(text)
        tokens += [(match[1], "O")] if match[1] else []
        tokens += [(word, ("I-" if i else "B-") + label) for i, word in enumerate(words)]
    return [(token.upper(), tag) for token, tag in tokens] if capitals else tokens


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("gazetteers", type=Path)
    parser.add_argument("tables", type=Path)
    parser.add_argument("--lines", type=int, default=6000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    names = Names(options.gazetteers, options.tables, options.seed)
    results, prose, capitals = templates(RESULTS), templates(PROSE), templates(CAPITALS)
    written = 0
    while written < options.lines:
        # A table repeats one form of line; prose does not.
        print("# doc = made", written)
        form = names.random.random()
        if form < 0.5:
            chosen = names.random.sample(results, 3)
            lines = [template for template in chosen for _ in range(names.random.randint(1, 5))]
        else:
            lines = names.random.choices(prose, k=5)
        lines.insert(0, names.random.choice(capitals))
        for index, template in enumerate(lines):
            loud = index == 0 or form < 0.04
            for token, tag in line(names, template, loud):
                print(f"{token}\t{tag}")
            print()
            written += 1


main()
