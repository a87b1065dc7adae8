#!/usr/bin/env python3
"""Measures the entities of a pipeline against annotated sentences: exact F1 over PER, ORG and LOC.

    Benchmarks/entities/evaluate.py [options] FILE.iob2...

A file has a token and its tag ("B-PER", "I-PER", "O") a line, separated by a tab, and a blank line after each sentence.
Where "# doc = ID" lines say which sentences belong together, these are one text, a sentence a line; elsewhere each
sentence is a text of its own, or `--group N` of them are. An entity is right where its range and its kind are both
right; GPE, LOC and FAC are one kind, and whatever is neither person, organization nor place is left out.

  --galley PROGRAM   the program (.build/release/galley)
  --model FILE       the model instead of the one inside the plugin
  --spaced           tokens joined by spaces instead of as they are written
  --case lower|upper|title   the text in other letters
  --tight            sentences of a text without a space between them: "He left.Then"; give --group too
  --group N          sentences a text where documents are not known
  --errors N         print N wrong or missing entities of each file
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter

KINDS = {"PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC"}
NO_SPACE_BEFORE = re.compile(r"^(?:[,.;:!?%)\]}]|\.\.\.|n't|['’](?:s|re|ve|d|ll|m|S)?|''|”)$")
NO_SPACE_AFTER = {"(", "[", "{", "$", "£", "€", "#", "``", "“"}


def documents(path, group):
    """The texts of a file as lists of sentences, a sentence being tokens and tags."""
    texts, sentence, named = [], ([], []), False
    texts.append([])

    def close():
        nonlocal sentence
        if sentence[0]:
            if not named and len(texts[-1]) >= group:
                texts.append([])
            texts[-1].append(sentence)
        sentence = ([], [])

    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# doc"):
            close()
            named = True
            texts.append([])
        elif not line.strip():
            close()
        elif "\t" in line:
            token, tag = line.split("\t")[:2]
            sentence[0].append(token)
            sentence[1].append(tag)
    close()
    return [text for text in texts if text]


def spaces(tokens, spaced):
    """Whether a space comes before each token."""
    result, is_open = [], False
    for index, token in enumerate(tokens):
        space = index > 0
        if space and not spaced:
            before = tokens[index - 1]
            if token in ('"', "''") and is_open or NO_SPACE_BEFORE.match(token) or before in NO_SPACE_AFTER:
                space = False
            if before == '"' and is_open:
                space = False
        if token in ('"', "``", "''"):
            is_open = not is_open
        result.append(space)
    return result


CASES = {None: str, "lower": str.lower, "upper": str.upper, "title": lambda word: word[:1].upper() + word[1:]}


def rendered(document, spaced, case, tight=False):
    """The text of a document, and its entities as (start, end, kind) in code points."""
    change = CASES[case]
    text, gold = "", []
    for tokens, tags in document:
        if text and not tight:
            text += "\n"
        start, kind = None, None
        for token, tag, space in zip(tokens, tags, spaces(tokens, spaced)):
            changed = change(token)
            token = changed if len(changed) == len(token) else token
            if tag[0] != "I" or KINDS.get(tag[2:]) != kind:
                if kind:
                    gold.append((start, len(text), kind))
                kind = KINDS.get(tag[2:]) if tag[0] in "BI" else None
                start = len(text) + space
            text += " " * space + token
        if kind:
            gold.append((start, len(text), kind))
    return text, gold


def found(galley, texts, model):
    """The entities that the pipeline finds in each text."""
    with tempfile.TemporaryDirectory() as folder:
        pipeline, source = os.path.join(folder, "pipeline.json"), os.path.join(folder, "in")
        options = {"chains": False}
        if model:
            options["model"] = os.path.abspath(model)
        stages = [{"use": "section-split"}, {"use": "entity-tag", "with": options}]
        with open(pipeline, "w", encoding="utf-8") as file:
            json.dump({"name": "evaluate", "stages": stages}, file)
        os.mkdir(source)
        for index, text in enumerate(texts):
            with open(os.path.join(source, f"{index:06}.txt"), "w", encoding="utf-8") as file:
                file.write(text)
        run = [galley, "run", pipeline, source, "-j", "1", "-q"]
        lines = subprocess.run(run, check=True, capture_output=True, cwd=folder).stdout.decode().splitlines()
        entities = {}
        for line in lines if len(texts) > 1 else ["".join(lines)]:
            document = json.loads(line)
            number = int(re.search(r"(\d{6})", document["id"]).group(1))
            if document["text"] != texts[number]:
                sys.exit(f"evaluate: the text came back changed: {texts[number]!r}")
            entities[number] = [
                (e["start"], e["end"], KINDS[e["label"]]) for e in document["entities"] if e["label"] in KINDS]
    if len(entities) != len(texts):
        sys.exit(f"evaluate: {len(texts)} texts went in, {len(entities)} came out")
    return [entities[index] for index in range(len(texts))]


def f1(right, given, wanted):
    return 200 * right / (given + wanted) if given + wanted else 0.0


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--galley", default=".build/release/galley")
    parser.add_argument("--model")
    parser.add_argument("--spaced", action="store_true")
    parser.add_argument("--case", choices=["lower", "upper", "title"])
    parser.add_argument("--tight", action="store_true")
    parser.add_argument("--group", type=int, default=1)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()

    scores = []
    print(f"{'':28}{'F1':>6}{'P':>7}{'R':>7}   {'PER':>17}{'ORG':>17}{'LOC':>17}")
    for path in options.files:
        pairs = [rendered(d, options.spaced, options.case, options.tight) for d in documents(path, options.group)]
        answers = found(os.path.abspath(options.galley), [text for text, _ in pairs], options.model)
        counts, errors = Counter(), []
        for (text, gold), answer in zip(pairs, answers):
            gold, answer = set(gold), set(answer)
            for name, entities in (("right", gold & answer), ("given", answer), ("wanted", gold)):
                counts.update((name, kind) for _, _, kind in entities)
            for kind, entities in (("+", answer - gold), ("-", gold - answer)):
                for start, end, label in sorted(entities):
                    before, after = text[max(0, start - 30):start], text[end:end + 30]
                    errors.append(f"    {kind} {label} {before}[{text[start:end]}]{after}".replace("\n", "⏎"))
        total = [sum(counts[name, kind] for kind in ("PER", "ORG", "LOC")) for name in ("right", "given", "wanted")]
        scores.append(f1(*total))
        line = f"{os.path.basename(path):28}{scores[-1]:6.1f}"
        line += f"{100 * total[0] / max(1, total[1]):7.1f}{100 * total[0] / max(1, total[2]):7.1f}   "
        for kind in ("PER", "ORG", "LOC"):
            each = [counts[name, kind] for name in ("right", "given", "wanted")]
            line += f"{f1(*each):6.1f} ({each[2]:6})  "
        print(line, flush=True)
        for error in errors[:: max(1, len(errors) // options.errors)] if options.errors else []:
            print(error)
    print(f"{'mean':28}{sum(scores) / len(scores):6.1f}")


main()
