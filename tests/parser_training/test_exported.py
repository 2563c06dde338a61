"""The network that is exported answers as the one that was trained. Needs torch, as training does."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from encoder import Encoder  # noqa: E402
from exported import ExportedParser  # noqa: E402
from label_lists import LabelLists  # noqa: E402
from network import ParserNetwork, Scores  # noqa: E402
from training import Lesson, Plan, Training  # noqa: E402
from treebank import Word  # noqa: E402

LABELS = LabelLists(
    upos=("NOUN", "VERB"),
    xpos=("NN", "VBD"),
    feats=("_", "Tense=Past"),
    deprel=("nsubj", "obj", "root"),
)
SENTENCE = (
    Word("Russia", "NOUN", "NN", "_", 2, "nsubj"),
    Word("vetoed", "VERB", "VBD", "Tense=Past", 0, "root"),
    Word("it", "NOUN", "NN", "_", 2, "obj"),
)


def _network(layers: int = 2) -> ParserNetwork:
    torch.manual_seed(3)
    return ParserNetwork(Encoder(layers), LABELS)


def _inputs() -> tuple[torch.Tensor, ...]:
    """Two sentences of seven and four sub-words, of five and two words."""
    pieces = torch.tensor([[101, 9, 8, 7, 6, 5, 102], [101, 4, 3, 102, 0, 0, 0]])
    cases = torch.tensor([[0, 1, 0, 2, 2, 3, 0], [0, 1, 1, 0, 0, 0, 0]])
    mask = torch.tensor([[1] * 7, [1] * 4 + [0] * 3])
    first = torch.tensor([[1, 2, 3, 4, 5], [1, 2, 0, 0, 0]])
    words = torch.tensor([[1] * 5, [1, 1, 0, 0, 0]])
    return pieces, cases, mask, first, words


def test_exported_network_gives_the_same_choices_and_scores() -> None:
    """Fewer and larger steps, the same sums."""
    network = _network().eval()
    torch.nn.init.normal_(network.encoder.case.weight)
    inputs = _inputs()
    with torch.no_grad():
        scores: Scores = network(*inputs)
        heads = scores.arc.argmax(-1)
        relations = network.relations(scores, heads).argmax(-1)
        upos, xpos, feats, head, relation, arc = ExportedParser(network)(*inputs)
    real = inputs[-1].bool()
    columns = torch.cat([real.new_ones(2, 1), real], 1)
    for own, given in zip(scores[:3], (upos, xpos, feats), strict=True):
        assert torch.equal(own.argmax(-1)[real], given[real])
    assert torch.equal(heads[real], head[real])
    assert torch.equal(relations[real], relation[real])
    for row in range(2):
        own, given = (one[row][real[row]][:, columns[row]] for one in (scores.arc, arc))
        assert torch.allclose(own, given, atol=1e-4)


def test_padding_changes_nothing() -> None:
    """A sentence has the same scores alone as beside a longer one."""
    network, inputs = _network().eval(), _inputs()
    alone = tuple(part[1:, :width] for part, width in zip(inputs, (4, 4, 4, 2, 2), strict=True))
    with torch.no_grad():
        beside, single = network(*inputs), network(*alone)
    assert torch.allclose(beside.arc[1, :2, :3], single.arc[0], atol=1e-4)


def test_a_resumed_training_is_the_same_training(tmp_path: Path) -> None:
    """Two epochs in one go, and one epoch, a stop and one more, give the same weights."""
    lesson = Lesson([SENTENCE] * 4, {"dev": [SENTENCE]}, lambda form: [len(form)], LABELS)
    plan = Plan(epochs=2, batch_size=12)
    straight = Training(_network(1), lesson, plan)
    straight.run(tmp_path / "straight.pt", {})
    first = Training(_network(1), lesson, plan)
    first._run_epoch()
    first.epoch = 1
    torch.save(first._state(), tmp_path / "half.pt")
    second = Training(_network(1), lesson, plan)
    second.resume(torch.load(tmp_path / "half.pt"))
    second.run(tmp_path / "second.pt", {})
    for own, other in zip(straight.network.parameters(), second.network.parameters(), strict=True):
        assert torch.equal(own, other)
