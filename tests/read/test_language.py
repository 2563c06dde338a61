"""A text in another language is seen for what it is, and English stays English."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from penholder.model.story import Story
from penholder.pipeline import check_story
from penholder.read.body import is_foreign
from penholder.read.language import find_foreign, read_language
from penholder.read.page import read_page
from penholder.read.source_page import Page
from penholder.read.tongues import called, tell, told_words
from penholder.serve.cli import main
from penholder.tables.load import load_toml

TABLE = load_toml("languages")
LANGUAGES = TABLE["language"]
ENGLISH = (
    "North Korea fired a ballistic missile on Wednesday, South Korea's military said. "
    "It was the 14th test of the year."
)
FRENCH = (
    "La Corée du Nord a tiré mercredi un missile balistique, selon l'armée sud-coréenne. "
    "Le Conseil de sécurité doit se réunir vendredi à la demande des États-Unis."
)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [(row["code"], text) for row in LANGUAGES.values() for text in row["examples"]]
    + [(row["code"], text) for row in TABLE["script"] for text in row["examples"]],
)
def test_an_example_is_in_its_language(code: str, sentence: str) -> None:
    """Each row's sentences are told by its words or letters, headlines too."""
    assert tell(sentence) == code
    assert called(code) != code


@pytest.mark.parametrize("sentence", TABLE["english"]["near"] + TABLE["english"]["examples"])
def test_english_stays_english(sentence: str) -> None:
    """Lines in capitals, lists of names and foreign titles are in no other language."""
    assert tell(sentence) in {"en", "und"}
    assert find_foreign(sentence) == ()


@pytest.mark.parametrize(
    ("code", "words"), [("de", "und nicht avec dans"), ("fr", "avec dans und nicht")]
)
def test_of_two_languages_with_as_many_words_the_first_is_told(code: str, words: str) -> None:
    """So it is told alike in each run."""
    assert tell(words) == code


# Sentences by which the tables were not made.
@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("de", "Russland und China legten ihr Veto gegen den Entwurf ein."),
        ("fr", "Pékin et Moscou ont bloqué le texte, ce que Washington a déploré."),
        ("es", "Los embajadores no lograron ponerse de acuerdo sobre las sanciones."),
        ("it", "Gli ambasciatori non hanno trovato un accordo sulle sanzioni."),
        ("pt", "Os embaixadores não chegaram a um acordo sobre as sanções."),
        ("nl", "De ambassadeurs werden het niet eens over de sancties."),
        ("sv", "Ambassadörerna kunde inte enas om sanktionerna."),
        ("da", "Ambassadørerne kunne ikke blive enige om sanktionerne."),
        ("fi", "Suurlähettiläät eivät päässeet sopuun, vaikka he neuvottelivat koko yön ja vielä aamulla."),
        ("pl", "Ambasadorowie nie doszli do porozumienia w sprawie sankcji, bo Chiny były przeciw."),
        ("cs", "Velvyslanci se na sankcích nedohodli, protože Čína byla proti."),
        ("hu", "A nagykövetek nem tudtak megegyezni, mert Kína ellenezte a szankciókat."),
        ("ro", "Ambasadorii nu au ajuns la un acord, pentru că China s-a opus."),
        ("tr", "Büyükelçiler yaptırımlar için anlaşamadı, çünkü Çin bu metne karşı çıktı."),
        ("id", "Para duta besar tidak mencapai kesepakatan karena Tiongkok menolak sanksi itu."),
        ("vi", "Các đại sứ không đạt được thỏa thuận vì Trung Quốc phản đối."),
        ("sw", "Mabalozi hawakuafikiana kwa sababu China ilipinga vikwazo hivyo katika kikao."),
        ("ru", "Послы не договорились о санкциях, потому что Китай был против."),
        ("uk", "Посли не домовилися про санкції, бо Китай був проти їхнього тексту."),
        ("ar", "لم يتفق السفراء على العقوبات لأن الصين عارضتها."),
        ("fa", "سفیران بر سر تحریم‌ها به توافق نرسیدند چون چین مخالف بود."),
        ("he", "השגרירים לא הגיעו להסכמה על הסנקציות."),
        ("ko", "중국이 반대하여 대사들은 제재에 합의하지 못했다."),
        ("ja", "中国が反対したため、大使たちは制裁で合意できなかった。"),
        ("zh", "由于中国反对，大使们未能就制裁达成一致。"),
        ("hi", "चीन के विरोध के कारण राजदूत प्रतिबंधों पर सहमत नहीं हो सके।"),
        ("th", "เอกอัครราชทูตตกลงเรื่องมาตรการคว่ำบาตรไม่ได้เพราะจีนคัดค้าน"),
        ("el", "Οι πρέσβεις δεν συμφώνησαν στις κυρώσεις, γιατί η Κίνα διαφώνησε."),
    ],
)  # fmt: skip
def test_other_sentences_are_told_too(code: str, sentence: str) -> None:
    """News in 28 languages, a sentence each, and by the whole as by the sentence."""
    assert tell(sentence) == code
    assert read_language(f"{sentence}\n{sentence}") == code


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. de la Cruz and Ms. von Storch met in Los Angeles.",
        "Stars die in “La La Land” and “Das Boot,” a critic wrote.",
        "El-Sayed et al. tested the en masse launch theory per se.",
        "MISSILE LAUNCH: SOUTH KOREA, JAPAN, U.S. CONDEMN TEST",
        "Yonhap, Kyodo, TASS, Xinhua, ANSA, EFE, dpa",
        "Uh, no. No, no, no.",
        '<div class="col-9 med-col marg-t or-med"><a href="https://un.org/es/la-paz/de-los">map</a>',
        "Sen. Ted Cruz, R-Texas; Rep. Ro Khanna, D-Calif.",
        "Choe Son Hui, Ri Son Gwon, Kim Song, Han Tae Song, Pak Myong Guk",
        "1. Hwasong-12 2. Hwasong-14 3. Hwasong-15",
        "Voted in favor: 13. Voted against: 2.",
    ],
)
def test_names_and_scraps_are_no_language(sentence: str) -> None:
    """Names with "de la", tags, addresses and enumerations are left to be read."""
    assert find_foreign(sentence) == ()


def test_no_word_of_another_language_is_a_small_word_of_english() -> None:
    """A word that English has counts for English alone; what both have is shared."""
    english = set(TABLE["english"]["words"])

    assert {
        name: both for name, row in LANGUAGES.items() if (both := english & set(row["words"]))
    } == {}


def test_each_word_is_found_as_it_is_written() -> None:
    """A row's words are in small letters and in one piece, else none of them would match."""
    for row in LANGUAGES.values():
        for word in row["words"]:
            assert told_words(f"{word} x") == [word, "x"]


def _read(text: str, form: str = "txt") -> Story:
    return read_page(Page(source="s.txt", text=text, form=form, date="2022-05-05"))


def _said(text: str) -> list[str]:
    checked = check_story(Page(source="s.txt", text=text, form="txt", date="2022-05-05"))
    return [one.text for one in checked.reading.statements]


def test_a_story_in_two_languages_is_read_where_it_is_english() -> None:
    """English paragraphs give what they give alone, and nothing else gives anything."""
    mixed = _read(f"{FRENCH}\n\n{ENGLISH}\n\n{FRENCH}")

    assert [one.language for one in mixed.foreign] == ["fr", "fr"]
    assert all(one.span.of(mixed.text).strip() == FRENCH for one in mixed.foreign)
    assert not is_foreign(mixed)
    assert _said(f"{FRENCH}\n\n{ENGLISH}\n\n{FRENCH}") == _said(ENGLISH) != []


def test_languages_may_change_within_a_paragraph() -> None:
    """Sentence by sentence: a statement for the press in both working languages."""
    text = f"{ENGLISH} {FRENCH} {ENGLISH.replace('14th', '15th')}"
    checked = check_story(Page(source="s.txt", text=text, form="txt", date="2022-05-05"))
    french = [one.span for one in checked.reading.story.foreign]

    assert [span.of(text).strip() for span in french] == [FRENCH]
    found = (*checked.reading.mentions, *checked.reading.times, *checked.reading.statements)
    assert not any(french[0].overlaps(one.span) for one in found)
    assert len(checked.reading.statements) == 2 * len(_said(ENGLISH))


def test_a_quoted_foreign_sentence_leaves_the_story_english() -> None:
    """What cannot be told between the two is read."""
    text = f'{ENGLISH}\n\n"{FRENCH}"\n\nSEOUL\n\n{ENGLISH}'

    assert _read(text).language == "en"
    assert "SEOUL" not in "".join(one.span.of(text) for one in _read(text).foreign)


def test_a_foreign_story_is_not_read() -> None:
    """It has its language and the whole of its words as foreign, and says nothing."""
    text = f"{FRENCH}\n\nKim Jong Un\n\n{FRENCH}"
    story = _read(text)

    assert (story.language, is_foreign(story)) == ("fr", True)
    assert [one.span.of(text) for one in story.foreign] == [text]
    assert _said(text) == []


def test_a_page_declares_its_language_where_its_words_do_not() -> None:
    """The words go before what a template declares for a site's menus."""
    page = '<html lang="{}"><head><title>x</title></head><body><p>{}</p></body></html>'

    assert _read(page.format("fr", ENGLISH), "html").language == "en"
    assert _read(page.format("en", FRENCH), "html").language == "fr"
    assert _read(page.format("ko", "Hwasong-17."), "html").language == "ko"


def _run(path: Path, *words: str) -> Result:
    return CliRunner().invoke(
        main, ["read", str(path), "--ledger", str(path.parent / "l.db"), *words]
    )


@pytest.mark.parametrize("words", [(), ("--all",), ("--json",), ("--all", "--json")])
def test_the_command_says_that_a_page_is_not_in_english(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    """On standard error, whichever way it is read; the exit code is that of a page passed over."""
    path = tmp_path / "s.txt"
    path.write_text(f"{FRENCH} Conseil de sécurité (Security Council).\n\n{FRENCH}", "utf-8")
    done = _run(path, *words)

    assert done.exit_code == 0
    assert f"{path}: not read: it is in French, and penholder reads English only." in done.stderr
    stories: list[dict[str, Any]] = [
        json.loads(line) for line in done.stdout.splitlines() if "--json" in words
    ]
    assert [one["story"]["language"] for one in stories] == ["fr"] * (words == ("--all", "--json"))


def test_many_foreign_pages_get_one_line(tmp_path: Path) -> None:
    """With the languages and how many pages of each."""
    path = tmp_path / "s.jsonl"
    german = LANGUAGES["german"]["examples"][1]
    pages = [{"text": f"{words} {n}"} for n in range(4) for words in (FRENCH, german)]
    path.write_text("\n".join(map(json.dumps, pages)), "utf-8")

    assert "8 pages in other languages (French 4, German 4)" in _run(path).stderr


def test_the_report_tells_what_it_left_out(tmp_path: Path) -> None:
    """Of a story in two languages it says how much was not read."""
    path = tmp_path / "s.txt"
    path.write_text(f"{FRENCH}\n\n{ENGLISH}", "utf-8")
    done = _run(path, "--published", "2022-05-05")

    assert "characters in French; penholder reads English only" in done.stdout
    assert "weapon_test, North Korea" in done.stdout
