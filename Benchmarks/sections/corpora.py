"""The corpora of Benchmarks/sections: texts with their blocks and sentences, and what Galley finds in them."""
import glob
import html.parser
import json
import os
import subprocess
import tarfile
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


class Text:
    """A text with its blocks: for each its kind and the ranges of its sentences, in code points."""

    def __init__(self, name, genre, text, blocks):
        self.name, self.genre, self.text, self.blocks = name, genre, text, blocks

    def units(self, flat):
        """The pieces that a splitter is given, each with the sentences it should find: the blocks, or all as one line."""
        blocks = [[self.text[start:end] for start, end in sentences] for _, sentences in self.blocks]
        blocks = [sentences for sentences in blocks if sentences]
        if flat:
            blocks = [[sentence for block in blocks for sentence in block]]
        return [(" ".join(sentences), sentences) for sentences in blocks]

    def headings(self):
        return {(s[0][0], s[-1][1]) for kind, s in self.blocks if kind == "head" and s}


def sentence_corpus(path):
    """JSON lines with `id`, `genre`, `text` and `blocks`, each a kind and its sentences."""
    with open(path, encoding="utf-8") as lines:
        return [Text(r["id"], r["genre"], r["text"], r["blocks"]) for r in map(json.loads, lines)]


def heading_corpus(folder):
    """A folder of `NAME.json` with blocks beside `NAME.txt`."""
    texts = []
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        with open(path, encoding="utf-8") as file:
            record = json.load(file)
        with open(path[:-4] + "txt", encoding="utf-8", newline="") as file:
            text = file.read()
        texts.append(Text(record["id"], record["genre"], text, [(b["type"], b["sents"]) for b in record["blocks"]]))
    return texts


class PageBlocks(html.parser.HTMLParser):
    """The blocks of a web page: headings, and everything else."""

    BLOCKS = set("p div li blockquote pre td th table section article figure figcaption header br dd dt hr img".split())
    HEADINGS = {f"h{level}" for level in range(1, 7)}

    def __init__(self, page):
        super().__init__()
        self.blocks, self.words, self.headings, self.hidden = [], "", 0, 0
        self.feed(page)
        self.finish()

    def finish(self):
        if words := " ".join(self.words.split()):
            self.blocks.append(("head" if self.headings else "p", words))
        self.words = ""

    def step(self, tag, by):
        if tag in self.BLOCKS or tag in self.HEADINGS:
            self.finish()
        self.headings = max(0, self.headings + by * (tag in self.HEADINGS))
        self.hidden = max(0, self.hidden + by * (tag in ("script", "style", "svg")))

    def handle_starttag(self, tag, attributes):
        self.step(tag, 1)

    def handle_endtag(self, tag):
        self.step(tag, -1)

    def handle_data(self, data):
        self.words += "" if self.hidden else data


def page_corpus(path):
    """The articles of an archive of web pages, those with headings, as plain text with blank lines between blocks."""
    texts = []
    with tarfile.open(path) as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            if os.path.basename(member.name) != "expected.html":
                continue
            text, blocks = "", []
            for kind, words in PageBlocks(archive.extractfile(member).read().decode("utf-8")).blocks:
                start = len(text) + 2 if text else 0
                text += ("\n\n" if text else "") + words
                blocks.append((kind, [(start, len(text))]))
            if any(kind == "head" for kind, _ in blocks):
                texts.append(Text(os.path.dirname(member.name), "web pages", text, blocks))
    return texts


def f1(hit, gold, found):
    return 2 * hit / max(1, gold + found)


class Score:
    """Spans and boundaries, counted over units."""

    def __init__(self):
        self.span, self.boundary = [0, 0, 0], [0, 0, 0]

    def add(self, gold, found):
        spans = [set(zip([0, *e], e)) for e in (gold, found)]
        inner = [set(e[:-1]) for e in (gold, found)]
        for counts, (right, mine) in ((self.span, spans), (self.boundary, inner)):
            counts[0] += len(right & mine)
            counts[1] += len(right)
            counts[2] += len(mine)

    def line(self, name):
        return f"  {name:26} span F1 {f1(*self.span):.4f}  boundary F1 {f1(*self.boundary):.4f}  of {self.span[1]}"


def marks(text):
    """For each offset of `text`, and its end, how many characters that are no white space stand before it."""
    counts, count = [0], 0
    for character in text:
        count += not character.isspace()
        counts.append(count)
    return counts


def ends(sentences):
    """Where each of the sentences ends, counted in characters that are no white space, so that tools that drop or keep
    the spaces between sentences compare."""
    found, at = [], 0
    for sentence in sentences:
        at += sum(not character.isspace() for character in sentence)
        found.append(at)
    return [end for end in dict.fromkeys(found) if end > 0]


def galley(program, texts, pipeline="sections.json"):
    """Galley's documents for `texts`, in order."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "texts.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            for number, text in enumerate(texts):
                file.write(json.dumps({"id": f"{number:06}", "text": text}) + "\n")
        output = subprocess.run(
            [program, "run", os.path.join(HERE, pipeline), path, "-o", "-", "--quiet"], check=True,
            stdout=subprocess.PIPE).stdout
    documents = [json.loads(line) for line in output.decode("utf-8").splitlines()]
    assert [d["text"] for d in documents] == list(texts), "texts were lost or changed"
    return documents


def found_ends(document):
    """The ends of the sentences of one of Galley's documents; a heading is a sentence too."""
    counts = marks(document["text"])
    ranges = [s["end"] for s in document["sentences"]]
    ranges += [s["heading"]["end"] for s in document["sections"] if s.get("heading")]
    return sorted({counts[end] for end in ranges} | {counts[-1]})


def found_headings(document):
    """The ranges of headings, with the numbers and marks before their words."""
    return {(s["start"], s["heading"]["end"]) for s in document["sections"] if s.get("heading")}
