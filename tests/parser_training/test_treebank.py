"""Reading CoNLL-U, and the label lists that come of it."""

from label_lists import collect_labels
from treebank import Word, read_sentences

ROWS = """\
# sent_id = 1
# text = China didn't.
1	China	China	PROPN	NNP	Number=Sing	2	nsubj	2:nsubj	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	Tense=Past	0	root	0:root	_
3	n't	not	PART	RB	Polarity=Neg	2	advmod	2:advmod	SpaceAfter=No
3.1	veto	veto	VERB	VB	_	_	_	2:xcomp	_
4	.	.	PUNCT	.	_	2	punct	2:punct	_

1	China	China	PROPN	NNP	Number=Sing	0	root	0:root	_
"""

CHINA = Word("China", "PROPN", "NNP", "Number=Sing", 2, "nsubj")


def test_words_are_read_without_ranges_and_empty_nodes() -> None:
    """'didn't' comes as its two words, and the last sentence needs no blank line."""
    first, second = read_sentences(ROWS.splitlines(keepends=True))
    assert [word.form for word in first] == ["China", "did", "n't", "."]
    assert first[0] == CHINA
    assert [word.head for word in first] == [2, 0, 2, 2]
    assert [word.form for word in second] == ["China"]


def test_labels_stand_in_order_and_rare_features_are_left_out() -> None:
    """A feature string needs two words; tags and relations need one."""
    labels = collect_labels(tuple(read_sentences(ROWS.splitlines())))
    assert labels.upos == ("AUX", "PART", "PROPN", "PUNCT")
    assert labels.feats == ("Number=Sing",)
    assert labels.deprel == ("advmod", "nsubj", "punct", "root")
    assert labels.ids["deprel"]["punct"] == 2
    assert labels.as_json()["xpos"] == [".", "NNP", "RB", "VBD"]
