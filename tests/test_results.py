"""What came out of the feedback: for organisers, live, as picture, PDF and XLSX; never of fewer than five."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bootstrap import database_at
from bot.demo import SAMPLE_EVENT
from bot.rehearsal.chat import buttons, text_of
from data import eventfile, events, feedback, forms, results
from data.anonymity import Anonymity, key_file, load
from data.database import Transaction
from data.event import Event, Speaker
from data.forms import SESSION_FORM, Form
from data.polls import Poll, outcome
from data.questions import Question
from data.reports import feedback as drawn
from data.results import MINIMUM, Result, Row, result
from handlers.report import Figures, answer_rows, content, contents, summary_rows
from handlers.texts import LANGUAGES, texts
from tests import child
from tests.rakor import Rakor

EVENT = eventfile.load(SAMPLE_EVENT)
ANONYMITY = Anonymity(b"k" * 32)
NOW = 1_676_964_000.0
FORM = Form("panel-1", SESSION_FORM, 0.0, EVENT.session("panel-1"))
COMMENT = "Waktu tanya jawab terlalu singkat"
answers = st.fixed_dictionaries(
    {},
    optional={
        "materi": st.integers(1, 5),
        "narasumber": st.integers(1, 5),
        "waktu": st.integers(1, 5),
        "komentar": st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=30),
    },
).filter(bool)


def of(form: Form, asked: int, people: Sequence[Mapping[str, Any]]) -> Result:
    """The result where these people have answered so."""
    given: defaultdict[str, Counter[Any]] = defaultdict(Counter)
    for answers in people:
        for question, answer in answers.items():
            given[question][answer] += 1
    return result(form, asked, len(people), given)


def everything(people: int, *, survey: int = 0) -> Figures:
    """Results of the sample in which so many have answered each form alike."""
    results = []
    for form in forms.forms(EVENT):
        number = survey if form.id == forms.SURVEY else people
        given = {
            question.id: {"scale": 4, "nps": 9, "choice": "Panel 2", "text": COMMENT}[question.kind]
            for question in form.questions
        }
        results.append(of(form, 52, [given] * number))
    return Figures(60, results)


async def filled_in(rakor: Rakor, people: int) -> None:
    """So many have answered the form of panel II, as the bot keeps it."""
    secret = load(key_file(rakor.settings.database.path))

    def work(tx: Transaction) -> None:
        for chat_id in range(1, people + 1):
            for question, answer in (("materi", 1 + chat_id % 5), ("komentar", f"{COMMENT} {chat_id}")):
                feedback.answer(tx, secret, 1, "panel-2", chat_id, question, answer, NOW)

    await rakor.parts.database.write(work)


def pages_of(pdf: bytes) -> int:
    """By the tree of pages, which typst writes in the clear."""
    assert pdf.startswith(b"%PDF")
    return max(int(one) for one in re.findall(rb"/Count (\d+)", pdf))


# ------------------------------------------------------------------------------ the numbers


def test_mean_spread_and_counts_are_those_of_the_answers() -> None:
    tally = of(FORM, 40, [{"materi": value} for value in (1, 3, 4, 4, 5, 5)]).tally("materi")
    assert tally is not None
    assert (tally.number, dict(tally.counts)) == (6, {1: 1, 2: 0, 3: 1, 4: 2, 5: 2})
    assert tally.mean == pytest.approx(22 / 6)
    assert tally.deviation == pytest.approx(1.3744, abs=1e-3)


def test_the_net_promoter_score_is_promoters_less_detractors() -> None:
    survey = forms.survey(EVENT)
    assert survey is not None
    given = [{"rekomendasi": value} for value in (0, 6, 7, 8, 9, 10, 10, 10)]
    tally = of(survey, 40, given).tally("rekomendasi")
    assert tally is not None
    assert tally.score is not None
    assert (tally.score.detractors, tally.score.passives, tally.score.promoters) == (2, 2, 4)
    assert tally.score.value == 25


def test_ratings_of_one_press_stand_beside_the_form() -> None:
    found = of(FORM, 40, [{"rating": 5}, {"rating": 4, "komentar": "Baik"}] * 3)
    tally = found.tally("rating")
    assert tally is not None
    assert tally.mean == 4.5
    assert found.people == 6


@given(st.lists(answers, max_size=12))
def test_fewer_than_five_answers_leave_only_their_number(people: list[dict[str, Any]]) -> None:
    found = of(FORM, 40, people)
    if len(people) < MINIMUM:
        assert not any(tally.texts for tally in found.tallies)
    for tally in found.tallies:
        number = sum(tally.question.id in one for one in people)
        assert tally.number == number
        if number < MINIMUM or len(people) < MINIMUM:
            assert (dict(tally.counts), tally.mean, tally.deviation, tally.score) == ({}, None, None, None)
        elif tally.question.kind == "scale":
            assert sum(tally.counts.values()) == number


@pytest.mark.parametrize(("people", "rated", "shown"), [(4, 4, 0), (6, 4, 6), (6, 5, 11)])
async def test_the_rows_hold_no_more_than_may_be_shown(
    tmp_path: Path, people: int, rated: int, shown: int
) -> None:
    """``rated`` of these people have rated the session besides saying something."""
    async with database_at(tmp_path / "rakor.db") as database:
        await database.write(lambda tx: events.save(tx, EVENT, tmp_path))

        def work(tx: Transaction) -> None:
            for chat_id in range(people):
                for question, answer in (("komentar", COMMENT), ("materi", 4))[: 1 + (chat_id < rated)]:
                    feedback.answer(tx, ANONYMITY, 1, "panel-1", chat_id, question, answer, NOW)

        await database.write(work)
        found = await results.of_event(database.reads, 1, EVENT)
        rows = await results.rows(database.reads, 1, found)
    assert len(answer_rows(texts("id"), Figures(9, found, rows=rows))) == shown
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))


# ------------------------------------------------------------------------- the report as a file


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("people", "survey"), [(0, 0), (1, 1), (4, 5), (40, 30)])
def test_the_report_has_two_to_six_pages_however_many_answered(
    language: Any, people: int, survey: int
) -> None:
    said = content(EVENT, texts(language), everything(people, survey=survey), NOW)
    assert 2 <= pages_of(drawn.pdf([said], NOW)) <= 6


def question_of(at: int, text: str) -> Question:
    return Question(
        *(at, b"", "panel-1", None, b"", text[:300], "answered", 0, None, None, text, None, None, 1, at),
        author=None,
    )


LONG = "Mohon penjelasan yang lengkap dan jelas. " * 10


def test_the_report_of_a_talkative_hall_has_no_more_pages() -> None:
    results = [
        of(form, 300, [{one.id: LONG if one.kind == "text" else 4 for one in form.questions}] * 60)
        for form in forms.forms(EVENT)
        if form.id != forms.SURVEY
    ]
    options = tuple(f"Pilihan {at}" for at in range(5))
    voted = [
        outcome(Poll(at, "p", None, LONG[:200], "single", options, None, "live", "closed"), [[0]])
        for at in range(20)
    ]
    figures = Figures(300, results, [question_of(at, LONG) for at in range(150)], voted)
    said = contents(EVENT, texts("id"), figures, NOW)
    assert pages_of(drawn.pdf(said[:1], NOW)) > 6
    fitting = next(one for one in said if pages_of(drawn.pdf([one], NOW)) <= 6)
    assert "lagi" in fitting["more_questions"]
    assert fitting["comments"]
    assert fitting["lines"] == []
    assert drawn.pdf(said, NOW) == drawn.pdf([fitting], NOW)


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ((50, 50, 50), (14, 13, 13)),
        ((50, 2, 30), (19, 2, 19)),
        ((3, 0, 1), (3, 0, 1)),
        ((0, 0, 90), (0, 0, 40)),
    ],
)
def test_every_panel_has_its_share_of_the_questions(numbers: tuple[int, ...], shown: tuple[int, ...]) -> None:
    asked = [
        replace(question_of(at, f"{panel}: {at}"), session_id=panel)
        for panel, number in zip(("panel-1", "panel-2", "panel-3"), numbers, strict=True)
        for at in range(number)
    ]
    said = content(EVENT, texts("id"), Figures(60, [], asked), NOW)
    found = [one["text"] for one in said["questions"]]
    assert found == [
        f"panel-{panel}: {at}" for panel, number in enumerate(shown, start=1) for at in range(number)
    ]
    assert ("lagi" in said["more_questions"]) is (sum(numbers) > len(found))


def test_what_the_wall_leaves_out_of_a_cloud_is_not_printed_either() -> None:
    poll = Poll(1, "p", None, "Satu kata?", "cloud", (), None, "live", "closed")
    said = content(EVENT, texts("id"), Figures(60, [], polls=[outcome(poll, [["goblok"], ["damai"]])]), NOW)
    assert [one["label"] for one in said["polls"][0]["options"]] == ["damai"]
    assert said["polls"][0]["number"] == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_forty_sessions_with_long_names_and_300_comments_fit_into_six_pages(language: Any) -> None:
    panel = EVENT.sessions[3]
    title = "Penguatan koordinasi penyelenggaraan pemerintahan umum di provinsi dan kabupaten/kota"
    name = "Prof. Dr. H. Muhammad Syarifuddin Kusumaningrat, S.H., M.H., M.Si. {}"
    results = []
    for at in range(40):
        speakers = tuple(Speaker(name=name.format(number), role="narasumber") for number in range(at % 4))
        fields = {"id": f"sesi-{at}", "title": title, "panel": None, "speakers": speakers, "form": ()}
        form = forms.of_session(panel.model_copy(update=fields))
        given = [{one.id: 4 for one in form.questions if one.kind == "scale"} for _ in range(60)]
        for number in range(8):
            given[number]["komentar"] = LONG[:250]
        results.append(of(form, 400, given))
    figures = Figures(400, results, [question_of(at, LONG) for at in range(40)])
    said = contents(EVENT, texts(language), figures, NOW)
    assert pages_of(drawn.pdf(said, NOW)) <= 6
    rated = [one for one in said[-1]["lines"] if one["is_speaker"]]
    assert len(rated) == sum(at % 4 for at in range(40) if at % 4 > 1)
    assert {tuple(one["counts"]) for one in rated} == {(0, 0, 0, 60, 0)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_of_few_answers_says_none_of_them(language: Any) -> None:
    few = everything(MINIMUM - 1)
    said = str(content(EVENT, texts(language), few, NOW))
    assert COMMENT not in said
    assert "mean" not in str(content(EVENT, texts(language), few, NOW)["forms"])
    assert answer_rows(texts(language), few) == []
    rows = summary_rows(texts(language), few.results)
    assert all(row[6] is row[7] is row[8] is None for row in rows)


def test_what_several_wrote_alike_stands_once_and_first() -> None:
    words = ["Baik", COMMENT, COMMENT, "Ruang dingin", COMMENT, "Zaman baru"]
    found = of(FORM, 40, [{"materi": 4, "komentar": one} for one in words])
    (group,) = content(EVENT, texts("id"), Figures(60, [found]), NOW)["comments"]
    assert group["texts"][0] == f"{COMMENT} (×3)"
    assert sorted(group["texts"][1:]) == ["Baik", "Ruang dingin", "Zaman baru"]


def test_what_people_type_is_no_code_and_no_formula() -> None:
    typed = '#panic("x") *b* $x$ =1+1 <b> \\'
    found = [of(FORM, 40, [{"materi": 4, "komentar": typed}] * 5)]
    rows = [Row("panel-1", number, {"komentar": typed}) for number in range(5)]
    said = content(EVENT, texts("id"), Figures(60, found), NOW)
    assert drawn.pdf([said], NOW).startswith(b"%PDF")
    sheets = [
        drawn.Sheet("Jawaban", ["a", "b", "c", "d"], answer_rows(texts("id"), Figures(60, found, rows=rows)))
    ]
    book = openpyxl.load_workbook(BytesIO(drawn.workbook(sheets)))
    cells = [cell for row in book["Jawaban"].iter_rows() for cell in row if cell.value == typed]
    assert len(cells) == 5
    assert all(cell.data_type == "s" for cell in cells)


async def test_the_command_line_writes_both_files(tmp_path: Path) -> None:
    config = child.configuration(tmp_path, "http://127.0.0.1:9")
    config.write_text(config.read_text().replace("clock = true", "clock = false"))
    nothing = await child.run("report", "feedback", "--output", "a.pdf", "--config", config, folder=tmp_path)
    assert nothing.code == 1
    assert "there is no such database" in nothing.err
    async with database_at(tmp_path / "config.db") as database:
        await database.write(lambda tx: events.save(tx, EVENT, tmp_path))

        def work(tx: Transaction) -> None:
            for chat_id in range(6):
                feedback.answer(tx, ANONYMITY, 1, "panel-1", chat_id, "materi", 5, NOW)

        await database.write(work)
    wanted: list[tuple[str, list[str], bytes]] = [
        ("a.pdf", [], b"%PDF"),
        ("a.xlsx", [], b"PK"),
        ("a.data", ["--format", "xlsx"], b"PK"),
    ]
    for name, more, beginning in wanted:
        done = await child.run(
            *("report", "feedback", *more, "--output", name, "--config", config, "--language", "en"),
            folder=tmp_path,
        )
        assert (done.code, done.out, done.err) == (0, "", "")
        assert (tmp_path / name).read_bytes().startswith(beginning)
    rows = openpyxl.load_workbook(tmp_path / "a.xlsx")["Answers"]
    assert rows.max_row == 7
    nowhere = await child.run(
        "report", "feedback", "--output", "no/a.pdf", "--config", config, folder=tmp_path
    )
    assert nowhere.code == 1
    assert "cannot be written" in nowhere.err


async def test_what_was_answered_stays_when_its_session_is_cancelled_renamed_or_gone(tmp_path: Path) -> None:
    changed = EVENT.model_copy(
        update={
            "sessions": tuple(
                one.model_copy(
                    update={
                        "panel-1": {"cancelled": True},
                        "panel-2": {"title": "Judul baru", "start": one.start + timedelta(days=1)},
                    }.get(one.id, {})
                )
                for one in EVENT.sessions
                if one.id != "panel-3"
            ),
            "survey": (),
        }
    )
    event = Event.model_validate(changed.model_dump())
    async with database_at(tmp_path / "rakor.db") as database:
        await database.write(lambda tx: events.save(tx, EVENT, tmp_path))

        def work(tx: Transaction) -> None:
            for chat_id in range(5):
                for form_id, question in (
                    *(("panel-1", "narasumber-dr-siti-aminah-00ff"), ("panel-1", "materi")),
                    *(("panel-2", "materi"), ("panel-3", "materi"), ("_", "rekomendasi")),
                ):
                    feedback.answer(tx, ANONYMITY, 1, form_id, chat_id, question, 4, NOW)

        await database.write(work)
        found = {one.form.id: one for one in await results.of_event(database.reads, 1, event)}
    said = content(event, texts("id"), Figures(5, list(found.values())), NOW)
    titles = [one["title"] for one in said["forms"]]
    assert sum("(dibatalkan)" in one for one in titles) == 1
    assert "Panel II: Judul baru" in titles
    assert titles[-1] == "panel-3 (tidak lagi di agenda)"
    assert "Sel, 21 Feb" in said["forms"][titles.index("Panel II: Judul baru")]["note"]
    assert said["survey"]["tallies"][0]["groups"] == [5, 0, 0]
    speaker = found["panel-1"].tally("narasumber-dr-siti-aminah-00ff")
    assert speaker is not None
    assert (speaker.question.question, speaker.mean) == ("Dr Siti Aminah", 4.0)


# --------------------------------------------------------------------------------- in the chat


async def test_the_numbers_are_live_and_wait_for_five(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await organiser.say("/hasil")
    page = await organiser.wait_for("Panel II: 0 dari 0 menjawab")
    assert {"📄 Laporan PDF", "📊 Data XLSX"} <= set(buttons(page))
    await organiser.press("Panel II")
    await organiser.wait_for("Belum ada jawaban")
    await filled_in(rakor, 4)
    await organiser.press("Perbarui")
    few = await organiser.wait_for("Rinciannya tampil mulai 5 jawaban")
    assert COMMENT not in text_of(few)
    assert "📊 Grafik" not in buttons(few)
    await filled_in(rakor, 5)
    await organiser.press("Perbarui")
    shown = text_of(await organiser.wait_for("Materi: 3,0 ± 1,4 (5)"))
    assert "1: 1 · 2: 1 · 3: 1 · 4: 1 · 5: 1" in shown
    assert COMMENT in shown


@pytest.mark.parametrize("name", ["panel 2", "Panel II", "panel-2", "penguatan kelembagaan"])
async def test_a_picture_comes_on_demand(rakor: Rakor, name: str) -> None:
    organiser = await rakor.organiser()
    await filled_in(rakor, 6)
    await organiser.say(f"/hasil {name}")
    message = await organiser.wait_for(lambda one: "photo" in one)
    assert "Panel II" in text_of(message)
    picture = await rakor.control.file(message["photo"][-1]["file_id"])
    assert picture.startswith(b"\x89PNG")


async def test_a_name_that_means_nothing_is_answered_with_examples(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await organiser.say("/hasil sesi xyzzy")
    await organiser.wait_for("/hasil panel 1, /hasil panel 2")


async def test_the_report_comes_into_the_chat(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await filled_in(rakor, 6)
    await organiser.say("/hasil")
    await organiser.wait_for("Hasil penilaian")
    for label, beginning in (("Laporan PDF", b"%PDF"), ("Data XLSX", b"PK")):
        await organiser.press(label)
        message = await organiser.wait_for(lambda one: "document" in one)
        content = await rakor.control.file(message["document"]["file_id"])
        assert content.startswith(beginning)


async def test_nobody_else_sees_results(rakor: Rakor) -> None:
    await filled_in(rakor, 6)
    budi = await rakor.participant()
    await budi.say("/hasil panel 2")
    await budi.wait_for("tidak dikenal")
    for data in (
        "results",
        "results.form:panel-2",
        "results.pdf",
        "results.workbook",
        "results.picture:panel-2",
    ):
        await budi.press_data((await budi.last())["message_id"], data)

    assert not any("document" in one or "photo" in one for one in await budi.messages())
    assert not any(COMMENT in text_of(one) for one in await budi.messages())
