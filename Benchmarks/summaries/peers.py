"""sumy's methods of summarizing, from PyPI."""


def sumy_methods():
    from sumy.nlp.stemmers import Stemmer
    from sumy.summarizers import edmundson, kl, lex_rank, lsa, luhn, random as chance, reduction, sum_basic, text_rank
    from sumy.utils import get_stop_words
    kinds = {
        "LexRank": lex_rank.LexRankSummarizer, "TextRank": text_rank.TextRankSummarizer, "LSA": lsa.LsaSummarizer,
        "Luhn": luhn.LuhnSummarizer, "KL-Sum": kl.KLSummarizer, "SumBasic": sum_basic.SumBasicSummarizer,
        "Reduction": reduction.ReductionSummarizer, "Random": chance.RandomSummarizer,
    }
    for name, kind in kinds.items():
        summarizer = kind(Stemmer("english"))
        summarizer.stop_words = get_stop_words("english")
        yield name, summarizer


def sumy_document(sentences):
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.tokenizers import Tokenizer

    class Words(Tokenizer):
        """Words by sumy's own pattern, without NLTK's data."""

        def __init__(self):
            self._language = "english"

        def to_words(self, sentence):
            return [w for w in sentence.split() if any(c.isalnum() for c in w)]

    words = Words()
    return ObjectDocumentModel([Paragraph([Sentence(s, words) for s in sentences])])
