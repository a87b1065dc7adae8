extension TrainArguments {
  static let help = """
    Makes a model of people, organizations and places, or of labels of your own, for the stage entity-tag from annotated
    texts.

    Usage: galley-train --train FILE[:WEIGHT]... [--dev FILE[:WEIGHT]...] [options] -o MODEL
           galley-train --cluster-text FILE... -o CLUSTERS

    Example:
      galley-train --cluster-text articles.txt -o clusters.tsv
      galley-train --train mine.iob2 --train tweets.iob2:0.3 --dev held-out.iob2 --clusters clusters.tsv -o mine.model
      then, in the pipeline file: { "use": "entity-tag", "with": { "model": "mine.model" } }

    A FILE has a token and its tag a line (B-PER, I-PER, B-ORG, B-LOC, O; ? where it is not known), separated by a tab,
    and a blank line after each sentence; '# doc = ID' begins a document. Or it has documents as Galley writes them, one
    JSON document a line. PERSON, GPE and FAC are read too; other labels are learned with --labels, else as no
    names of the model's.
    WEIGHT says how much each of the file's texts counts (default: 1).

    What is learned from:
      --train FILE[:WEIGHT]  annotated texts
      --dev FILE[:WEIGHT]    annotated texts on which F1 is told after every other epoch; they also show how sure the
                             model is, which makes its scores
      --learn-from-dev       make the model once more from these too, at the end
      --labels NAMES         learn these labels, DRUG,GENE, instead of people, organizations and places: the model is then
                             used beside the one for these; each three labels take as long as one model
      --clusters FILE        words and the clusters that they are in, made by --cluster-text
      --cluster-text FILE    plain text, a blank line between articles: write clusters of words of like use instead
      --note FILE            JSON that goes into the model and says what it was made from

    How it is learned:
      --epochs N             how often to go through the texts (default: 6)
      --seed N               of the random numbers; the same seed gives the same bytes (default: 1)
      --rate X               the size of the steps (default: 0.05)
      --decay X              how strongly weights are drawn to zero (default: 0.0002)
      --dropout X            the share of features left out at random each time (default: 0.8)
      --boldness X           what leaving out a name costs: more finds more names, and more wrong ones (default: 1)
      --order X              how much the order of tags counts, by what it counted in learning: features that were left
                             out then are all there later (default: 2)
      --least-forms N        how often a feature of words must occur (default: 5)
      --least-contexts N     how often a feature of places must (default: 4)
      --recasing N           one text in N is learned from again in capitals, small letters or title case; 0 for none
                             (default: 5)

      -o FILE                where the result goes
      -h, --help             this text
    """
}
