"""The texts with summaries that people wrote, what Galley makes of them, and how near that is to what people wrote."""
import glob
import json
import os
import random
import subprocess
import tempfile

from rouge_score import rouge_scorer

HERE = os.path.dirname(os.path.abspath(__file__))


def cnn(path):
    """Articles as JSON lines of `sentences` and `references`: (name, text, references, sentences)."""
    for line in open(path, encoding="utf-8"):
        record = json.loads(line)
        references = ["\n".join(part.strip() for part in r.split("\n")) for r in record["references"]]
        yield record["id"], "\n\n".join(record["sentences"]), references, record["sentences"]


def gum(folder, is_wanted):
    """The texts of GUM, JSON beside plain text, with their human abstracts."""
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        record = json.load(open(path, encoding="utf-8"))
        if not is_wanted(record["genre"]):
            continue
        text = open(path[:-5] + ".txt", encoding="utf-8").read()
        references = [s.split(")", 1)[1].strip() for s in record["summaries"].values() if s.startswith("(human")]
        sentences = [text[a:b] for block in record["blocks"] if block["type"] != "head" for a, b in block.get("sents", [])]
        yield record["id"], text, references, sentences


def galley(program, pipeline, texts, *options):
    """Galley's documents for `texts`, in order."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            with open(f"{folder}/{number:06}.txt", "w", encoding="utf-8", newline="") as file:
                file.write(text)
        output = subprocess.run(
            [program, "run", os.path.join(HERE, pipeline), folder, "-o", "-", "-q", *options], check=True,
            stdout=subprocess.PIPE).stdout.decode("utf-8")
    return [json.loads(line) for line in output.splitlines()]


def sentences_of(document):
    """The chosen sentences of a document's summary."""
    text = document["text"]
    return [" ".join(text[s["start"]:s["end"]].split()) for s in document["summary"]["sentences"]]


KEYS = ("rouge1", "rouge2", "rougeLsum")
SCORER = rouge_scorer.RougeScorer(KEYS, use_stemmer=True)


def rouge(references, summary):
    results = [SCORER.score(reference, "\n".join(summary)) for reference in references]
    return tuple(max(100 * result[key].fmeasure for result in results) for key in KEYS)


def means(scores):
    return [sum(column) / len(column) for column in zip(*scores)]


def interval(scores, others, rounds=2000):
    """The 95% interval of the mean difference of ROUGE-1."""
    generator = random.Random(1)
    differences = [a[0] - b[0] for a, b in zip(scores, others)]
    drawn = sorted(sum(generator.choices(differences, k=len(differences))) / len(differences) for _ in range(rounds))
    return drawn[int(0.025 * rounds)], drawn[int(0.975 * rounds)]
