"""Attendance lists: by button, by the clock, by command; as PDF, XLSX and CSV; and their codes."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from playwright.async_api import Browser

from bot.config import ReportSettings
from bot.rehearsal.chat import Chat, Json, buttons, text_of
from data.reports.attendance.formats import filename, render
from data.reports.attendance.pdf import TEMPLATE, totals, values
from data.reports.attendance.roll import Entry, Letterhead, Roll, in_one_line_each
from data.reports.attendance.seal import ALPHABET, as_printed, code_of
from data.reports.attendance.table import guarded
from data.reports.typesetting import TypesettingError, typeset
from tests.child import Finished, configuration, run
from tests.pictured import dark_outside
from tests.rakor import Rakor, emulated, register, running, until

SESSION_ID = "panel-1"
CODE = re.compile(rf"\b[{ALPHABET}]{{4}}(?:-[{ALPHABET}]{{4}}){{2}}\b")
MAKASSAR = ZoneInfo("Asia/Makassar")
HALF_PAST_TEN = datetime(2023, 2, 20, 10, 30, tzinfo=MAKASSAR)
KEY = b"a key of the tests"
TYPED = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=60)
NAME_OF_90 = "Prof. Dr. H. Raden Mas Muhammad Nur Rahmat Hidayatullah Sastrawinata, S.H., M.Si., Ph.D., CHt"
TITLE_OF_90 = "Kepala Subdirektorat Fasilitasi Kelembagaan Partai Politik dan Organisasi Kemasyarakatan Wil"


def entry(**fields: Any) -> Entry:
    usual = {
        "session": "Panel I",
        "name": "Budi Santoso",
        "nip": "198001012005011001",
        "position": "Kepala Bidang",
        "institution": "Badan Kesbangpol Kota Balikpapan",
        "province": "Kalimantan Timur",
        "checked_in": HALF_PAST_TEN,
        "way": "Kode ruangan",
    }
    return Entry(**(usual | fields))


def roll_of(*entries: Entry, sessions: int = 1, invited: int | None = None) -> Roll:
    return Roll(
        scope=f"session:{SESSION_ID}",
        title="Panel I: Perencanaan",
        event_code="polpum-2023",
        event_title="Rapat Koordinasi",
        facts=(("Sesi", "Panel I: Perencanaan"), ("Tempat", "Grand Ballroom")),
        sessions=sessions,
        spans_days=sessions > 1,
        rows=in_one_line_each(entries, [(one.name, one.nip) for one in entries]),
        entries=entries,
        town="Balikpapan",
        invited=invited,
        printed_at=HALF_PAST_TEN + timedelta(hours=2),
    )


def book_of(roll: Roll) -> Workbook:
    return load_workbook(BytesIO(render(roll, Letterhead(), "ABCD-EFGH-JKMN", "xlsx")))


def lines_of(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def pages_of(pdf: bytes) -> int:
    assert pdf.startswith(b"%PDF-")
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


async def check_in(rakor: Rakor, name: str, session_id: str = SESSION_ID) -> Chat:
    chat = await rakor.participant(name)
    await chat.say(await rakor.code(session_id))
    await chat.wait_for("Hadir tercatat")
    return chat


async def file_of(rakor: Rakor, organiser: Chat, ending: str) -> tuple[Json, bytes]:
    """The next document with that ending, and what is in it."""
    message = await organiser.wait_for(
        lambda message: message.get("document", {}).get("file_name", "").endswith(ending), timeout=30
    )
    return message, await rakor.control.file(message["document"]["file_id"])


def code_in(message: Json) -> str:
    (code,) = CODE.findall(text_of(message))
    return str(code)


# ------------------------------------------------------------------------------- by button


async def test_an_organiser_downloads_the_list_of_a_session_in_three_forms(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await rakor.at("20 10:31")
    await check_in(rakor, "Budi Santoso")
    await rakor.at("20 10:50")
    await check_in(rakor, "Citra Dewi")
    await organiser.say("/daftar_hadir")
    await organiser.wait_for("Pilih sesi, hari, atau seluruh acara")
    await organiser.press("Sen, 20 Feb 10.30 · Panel I", exact=True)
    page = await organiser.wait_for("Daftar hadir: Panel I")
    assert "Hadir 2 orang; 1 terlambat" in text_of(page)
    assert buttons(page) == ["📄 PDF", "📊 XLSX", "🧾 CSV", "‹ Daftar hadir", "🏠 Menu"]

    await organiser.press("📄 PDF", message=page)
    message, content = await file_of(rakor, organiser, ".pdf")
    assert message["document"]["file_name"] == "daftar-hadir-polpum-2023-panel-1.pdf"
    assert pages_of(content) == 1
    code = code_in(message)

    await organiser.press("📊 XLSX", message=page)
    message, content = await file_of(rakor, organiser, ".xlsx")
    assert code_in(message) == code
    names = [row[1].value for row in load_workbook(BytesIO(content))["Daftar Hadir"].iter_rows(min_row=2)]
    assert names == ["Budi Santoso", "Citra Dewi"]

    await organiser.press("🧾 CSV", message=page)
    _, content = await file_of(rakor, organiser, ".csv")
    assert [(one["nama"], one["masuk"], one["terlambat"]) for one in lines_of(content)] == [
        ("Budi Santoso", "2023-02-20T10:31:00+08:00", ""),
        ("Citra Dewi", "2023-02-20T10:50:00+08:00", "ya"),
    ]


async def test_a_day_and_the_event_have_a_line_a_person_and_one_a_check_in(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await rakor.at("20 09:01")
    budi = await check_in(rakor, "Budi Santoso", "pembukaan")
    await rakor.at("20 10:31")
    await budi.say(await rakor.code(SESSION_ID))
    await budi.wait_for("Hadir tercatat")
    await check_in(rakor, "Citra Dewi")
    for wanted, title in (("📅 Sen, 20 Feb", "Senin, 20 Februari 2023"), ("🗂", "Rakor Polpum 2023")):
        await organiser.say("/daftar_hadir")
        await organiser.wait_for("Pilih sesi")
        await organiser.press(wanted)
        page = await organiser.wait_for(f"Daftar hadir: {title}")
        await organiser.press("📊 XLSX", message=page)
        book = load_workbook(BytesIO((await file_of(rakor, organiser, ".xlsx"))[1]))
        people = [(row[1].value, row[12].value) for row in book["Daftar Hadir"].iter_rows(min_row=2)]
        assert people == [("Budi Santoso", 2), ("Citra Dewi", 1)]
        assert len(list(book["Per Sesi"].iter_rows(min_row=2))) == 3


async def test_the_list_is_reached_from_the_session_s_page_and_the_menu(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await rakor.at("20 10:31")
    await organiser.say("/menu")
    menu = await organiser.wait_for("Sedang berlangsung")
    await organiser.press("lists", message=menu)
    await organiser.wait_for("Pilih sesi")
    await organiser.say("/hadirin")
    page = await organiser.wait_for(lambda message: "lists.session" in json.dumps(message))
    await organiser.press(f"lists.session:{SESSION_ID}", message=page)
    await organiser.wait_for("Hadir 0 orang")


async def test_in_english(rakor: Rakor) -> None:
    organiser = await rakor.control.user("Committee", id=9001, language_code="en")
    await rakor.at("20 10:31")
    await check_in(rakor, "Budi Santoso")
    await organiser.say("/daftar_hadir")
    await organiser.wait_for("Choose a session, a day, or the whole event")
    await organiser.press("· Panel I")
    page = await organiser.wait_for("1 present")
    await organiser.press("🧾 CSV", message=page)
    message, _ = await file_of(rakor, organiser, ".csv")
    await organiser.say(f"/daftar_hadir {code_in(message)}")
    await organiser.wait_for("is right")


async def test_to_participants_the_lists_do_not_exist(rakor: Rakor) -> None:
    budi = await rakor.participant("Budi")
    await budi.say("/daftar_hadir")
    message = await budi.wait_for("Perintah itu tidak dikenal")
    await budi.press_data(message["message_id"], f"lists.send:csv:session:{SESSION_ID}")
    assert not any("document" in message for message in await budi.messages())


@pytest.mark.parametrize(
    "data",
    ["lists.session:nowhere", "lists.day:2023-02-22", "lists.send:doc:event", "lists.send:pdf:room:lobi"],
)
async def test_a_button_that_names_no_list_leads_to_the_menu(rakor: Rakor, data: str) -> None:
    organiser = await rakor.organiser()
    await organiser.say("/daftar_hadir")
    page = await organiser.wait_for("Pilih sesi")
    answer = await organiser.press_data(page["message_id"], data)
    assert answer is not None
    assert "tidak berlaku" in answer["text"]


# ------------------------------------------------------------------------------- by the clock


async def test_each_organiser_gets_the_list_a_quarter_of_an_hour_after_the_session(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        async with running(stage, settings) as rakor:
            organiser = await rakor.organiser()
            await rakor.at("20 10:31")
            await check_in(rakor, "Budi Santoso")
            await rakor.at("20 12:14")
            await rakor.at("20 12:16")
            message, content = await file_of(rakor, organiser, ".pdf")
            assert message["document"]["file_name"] == "daftar-hadir-polpum-2023-panel-1.pdf"
            assert "1 orang, Senin, 20 Februari 2023 12.16 WITA" in text_of(message)
            assert buttons(message) == ["📊 XLSX", "🧾 CSV", "🏠 Menu"]
            assert pages_of(content) == 1
            await organiser.press("📊 XLSX", message=message)
            await file_of(rakor, organiser, ".xlsx")
        async with running(stage, settings) as rakor:
            await rakor.at("20 12:30")
            organiser = Chat(rakor.control, organiser.user)
            await organiser.say("/agenda")
            await organiser.wait_for("📅")
            sent = [one for one in await organiser.messages() if "pdf" in str(one.get("document"))]
            assert len(sent) == 1
            states = {
                row["subject"]: row["state"]
                for row in rakor.rows("SELECT subject, state FROM outbox WHERE kind = 'attendance_list'")
            }
            assert states == {SESSION_ID: "sent", "pembukaan": "dropped"}


async def test_no_list_comes_by_itself_where_none_is_wanted(tmp_path: Path) -> None:
    async with emulated() as stage:
        settings = stage.settings(tmp_path)
        settings = settings.model_copy(update={"report": ReportSettings(after_session=False)})
        async with running(stage, settings) as rakor:
            await rakor.organiser()
            await rakor.at("20 10:31")
            await check_in(rakor, "Budi Santoso")
            await rakor.at("20 12:20")
            reminders = "SELECT * FROM outbox WHERE kind = 'feedback_request'"
            await until(lambda: len(rakor.rows(reminders)) > 0)
            assert rakor.rows("SELECT * FROM outbox WHERE kind = 'attendance_list'") == []


# ------------------------------------------------------------------------------- the code


async def test_a_printed_list_is_recognised_until_its_content_changes(rakor: Rakor) -> None:
    organiser = await rakor.organiser()
    await rakor.at("20 10:31")
    budi = await check_in(rakor, "Budi Santoso")
    await organiser.say("/daftar_hadir")
    await organiser.wait_for("Pilih sesi")
    await organiser.press("· Panel I")
    await organiser.press("🧾 CSV", message=await organiser.wait_for("Hadir 1 orang"))
    message, _ = await file_of(rakor, organiser, ".csv")
    code = code_in(message)
    for typed in (code, code.lower().replace("-", " "), code.replace("0", "o").replace("1", "l")):
        await organiser.say(f"/daftar_hadir {typed}")
        assert f"Kode {code} cocok" in text_of(await organiser.wait_for("1 orang, pertama kali dibuat"))
    await check_in(rakor, "Citra Dewi")
    await organiser.say(f"/daftar_hadir {code}")
    await organiser.wait_for("isi daftar sudah berubah")
    await budi.say("/hapus_data")
    await budi.wait_for("Hapus")
    await budi.press("profile.delete_yes")
    await budi.wait_for("dihapus")
    assert "Budi" not in json.dumps([dict(row) for row in rakor.rows("SELECT * FROM issued_lists")])


@pytest.mark.parametrize("typed", ["ABCD-EFGH-JKMN", "salah", "<b>", "0" * 200])
async def test_a_code_that_is_none_of_ours_is_said_to_be_that(rakor: Rakor, typed: str) -> None:
    organiser = await rakor.organiser()
    await organiser.say(f"/daftar_hadir {typed}")
    await organiser.wait_for("tidak dikenal")


@given(st.integers(0, 3), TYPED)
def test_any_change_of_the_content_changes_the_code(column: int, typed: str) -> None:
    before = entry()
    name = ("name", "nip", "position", "institution")[column]
    after = replace(before, **{name: typed})  # type: ignore[arg-type]  # texts all of them
    code = code_of(roll_of(before), KEY)
    assert (code_of(roll_of(after), KEY) == code) is (after == before)
    assert as_printed(code) == code
    assert CODE.fullmatch(code)


def test_the_code_is_of_the_content_and_not_of_the_print() -> None:
    roll = roll_of(entry())
    later = replace(roll, printed_at=HALF_PAST_TEN + timedelta(days=9))
    assert code_of(later, KEY) == code_of(roll, KEY)
    assert code_of(roll, b"another key") != code_of(roll, KEY)
    one_second = roll_of(entry(checked_in=HALF_PAST_TEN + timedelta(seconds=1)))
    assert code_of(one_second, KEY) != code_of(roll, KEY)


@given(st.text(max_size=40))
def test_whatever_is_typed_as_a_code_is_one_or_none(typed: str) -> None:
    printed = as_printed(typed)
    assert printed is None or CODE.fullmatch(printed)


# ------------------------------------------------------------------------------- the files


def test_the_workbook_has_frozen_headings_filters_and_real_dates() -> None:
    roll = roll_of(entry(checked_out=HALF_PAST_TEN + timedelta(hours=1)), entry(name="Citra"), invited=9)
    sheet = book_of(roll)["Daftar Hadir"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:M3"
    assert [sheet.cell(2, column).value for column in (7, 8)] == [
        datetime(2023, 2, 20, 10, 30),
        datetime(2023, 2, 20, 11, 30),
    ]
    assert sheet["C2"].value == "198001012005011001"
    assert sheet["H3"].value is None


def test_the_workbook_counts_by_province_institution_and_way() -> None:
    roll = roll_of(
        entry(is_late=True),
        entry(name="Citra", province="Bali", institution="Kesbangpol Bali"),
        entry(name="Dewi", way="Daftar kertas", is_walk_in=True),
        invited=9,
    )
    rows = [tuple(cell.value for cell in row[:2]) for row in book_of(roll)["Rekapitulasi"].iter_rows()]
    for line in (
        ("Hadir", 3),
        ("Terlambat", 1),
        ("Tepat waktu", 2),
        ("Diundang", 9),
        ("Tanpa undangan", 1),
        ("Kalimantan Timur", 2),
        ("Kesbangpol Bali", 1),
        ("Daftar kertas", 1),
        ("Kode verifikasi", "ABCD-EFGH-JKMN"),
    ):
        assert line in rows


FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "\t=1", '=HYPERLINK("http://a")', "http://example.org")


@pytest.mark.parametrize("typed", FORMULAS)
def test_nothing_that_is_typed_becomes_a_formula_or_a_link(typed: str) -> None:
    roll = roll_of(entry(name=typed, institution=typed, stands_in_for=typed))
    for sheet in book_of(roll).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None
    (line,) = lines_of(render(roll, Letterhead(), "", "csv"))
    assert line["nama"][0] not in "=+-@\t "
    assert line["nama"].removeprefix("'") == typed


@given(TYPED)
def test_csv_gives_back_what_was_typed_or_guards_it(typed: str) -> None:
    (line,) = lines_of(render(roll_of(entry(name=typed)), Letterhead(), "", "csv"))
    assert line["nama"] == guarded(typed)
    assert guarded(typed) in (typed, f"'{typed}")


def test_csv_keeps_both_names_where_somebody_stands_in() -> None:
    official = "Drs. Agus (surat tugas 800/1/2023)"
    (line,) = lines_of(render(roll_of(entry(stands_in_for=official)), Letterhead(), "", "csv"))
    assert (line["nama"], line["mewakili"]) == ("Budi Santoso", official)


def test_a_list_of_forty_has_its_heading_on_every_page_of_the_pdf() -> None:
    letterhead = Letterhead(("KEMENTERIAN DALAM NEGERI",), "Jakarta", "Ketua Panitia", "Dr. Bahtiar", "1973")
    people = [entry(name=f"Peserta {number:02}") for number in range(40)]
    shown = values(roll_of(*people, invited=50), letterhead, "ABCD-EFGH-JKMN")
    assert shown["totals"] == "Hadir 40 orang: 40 dari 50 yang diundang."
    assert shown["place_and_date"] == "Jakarta, 20 Februari 2023"
    assert shown["signatory"] == ["Ketua Panitia", "Dr. Bahtiar", "NIP 1973"]
    assert 2 <= pages_of(typeset(TEMPLATE, shown)) <= 4


def test_without_a_letterhead_and_without_anybody_there_is_a_pdf_all_the_same() -> None:
    assert pages_of(render(roll_of(), Letterhead(), "ABCD-EFGH-JKMN", "pdf")) == 1
    assert totals(roll_of()) == "Hadir 0 orang."


def test_the_totals_tell_the_invited_from_the_others() -> None:
    roll = roll_of(entry(is_late=True), entry(name="Citra", is_walk_in=True), invited=9)
    assert totals(roll) == "Hadir 2 orang: 1 dari 9 yang diundang, 1 tanpa undangan; 1 terlambat."


def test_a_template_that_cannot_be_set_is_said_to_be_that(tmp_path: Path) -> None:
    broken = tmp_path / "broken.typ"
    broken.write_text("#nothing-of-that-name")
    with pytest.raises(TypesettingError, match="could not be made"):
        typeset(broken, {})


@pytest.mark.parametrize("sessions", [1, 7])
@pytest.mark.parametrize("is_one_word", [False, True])
@pytest.mark.browser
async def test_names_and_titles_of_ninety_letters_stay_inside(
    chromium: Browser, sessions: int, is_one_word: bool
) -> None:
    """Beside the table, up to the edges of the paper, nothing is printed."""
    name, title = ("W" * 90, "M" * 90) if is_one_word else (NAME_OF_90, TITLE_OF_90)
    long = entry(
        name=name,
        position=title,
        institution=title,
        note=title,
        stands_in_for=name,
        checked_out=HALF_PAST_TEN,
        way="Kode ruangan; Kartu peserta; Daftar kertas",
    )
    roll = replace(
        roll_of(long, entry(), sessions=sessions), title=title, event_title=name, facts=(("Sesi", title),)
    )
    letterhead = Letterhead((title,), title, title, name, "1973")
    inputs = {"values": json.dumps(values(roll, letterhead, "ABCD-EFGH-JKMN"))}
    pages = typst.compile(TEMPLATE, format="png", ppi=72, sys_inputs=inputs)
    for page in [pages] if isinstance(pages, bytes) else pages:
        assert page is not None
        assert await dark_outside(chromium, page, margin=36) == 0


@pytest.mark.parametrize(
    ("scope", "expected"),
    [("session:panel-1", "daftar-hadir-polpum-2023-panel-1.pdf"), ("event", "daftar-hadir-polpum-2023.pdf")],
)
def test_the_file_is_named_after_what_it_lists(scope: str, expected: str) -> None:
    assert filename(replace(roll_of(), scope=scope), "pdf") == expected


# ------------------------------------------------------------------------------- by command


async def report(config: Path, *options: str | Path) -> Finished:
    """``rakor report attendance`` with these options."""
    return await run("report", "attendance", *options, "--config", config, folder=config.parent)


async def test_rakor_report_writes_the_lists_beside_a_running_bot(tmp_path: Path) -> None:
    async with emulated() as stage:
        config = configuration(tmp_path, stage.emulator.url)
        settings = stage.settings(tmp_path)
        settings = settings.model_copy(
            update={"database": settings.database.model_copy(update={"path": tmp_path / "config.db"})}
        )
        async with running(stage, settings) as rakor:
            await rakor.at("20 10:31")
            await check_in(rakor, "Budi Santoso")
            for form, asked in (
                ("pdf", ["--session", SESSION_ID]),
                ("xlsx", ["--day", "2023-02-20"]),
                ("csv", []),
            ):
                target = tmp_path / f"list.{form}"
                done = await report(config, *asked, "--output", target)
                assert done.code == 0, done.err
                assert done.out == ""
                (code,) = CODE.findall(done.err)
                assert target.stat().st_size > 100
                verified = await run("report", "verify", code, "--config", config, folder=tmp_path)
                assert verified.code == 0
                assert "same content today" in verified.out
            assert pages_of((tmp_path / "list.pdf").read_bytes()) == 1
            assert [one["nama"] for one in lines_of((tmp_path / "list.csv").read_bytes())] == ["Budi Santoso"]
            await check_in(rakor, "Citra Dewi")
            stale = await run("report", "verify", code, "--config", config, folder=tmp_path)
            assert stale.code == 1
            assert "has changed since" in stale.err
            to_stdout = await run(
                "report",
                "attendance",
                "--format",
                "csv",
                "--output",
                "-",
                "--config",
                config,
                folder=tmp_path,
            )
            assert "Citra Dewi" in to_stdout.out


async def test_rakor_report_names_what_can_be_listed(tmp_path: Path) -> None:
    async with emulated() as stage:
        config = configuration(tmp_path, stage.emulator.url)
        wrong = await run("report", "attendance", "--session", "nowhere", "--config", config, folder=tmp_path)
        assert (wrong.code, wrong.out) == (1, "")
        assert "session:nowhere: takes no attendance" in wrong.err
        assert SESSION_ID in wrong.err
        both = await run(
            "report",
            "attendance",
            "--session",
            "a",
            "--day",
            "2023-02-20",
            "--config",
            config,
            folder=tmp_path,
        )
        assert both.code == 2
        unknown = await run("report", "verify", "ABCD-EFGH-JKMN", "--config", config, folder=tmp_path)
        assert unknown.code == 1
        assert "no list with this code" in unknown.err
        nowhere = tmp_path / "missing" / "list.csv"
        unwritable = await report(config, "--output", nowhere)
        assert unwritable.code == 1
        assert "cannot be written" in unwritable.err


async def test_an_organiser_who_is_a_participant_too_is_on_the_list(rakor: Rakor) -> None:
    organiser = await rakor.control.user("Panitia", id=9001, language_code="id")
    await register(organiser)
    await rakor.at("20 10:31")
    await organiser.say(await rakor.code(SESSION_ID))
    await organiser.wait_for("Hadir tercatat")
    await organiser.say("/daftar_hadir")
    await organiser.wait_for("Pilih sesi")
    await organiser.press("· Panel I")
    await organiser.wait_for("Hadir 1 orang")
