"""What the hall says, on its wall: questions by votes, polls as bars or a cloud, the code to ask with."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.async_api import Browser, Locator, Page, expect

from bot.web.board import Manner, Names
from bot.web.voices import CLOUD_AREA, FRESH_SECONDS, TURN_SECONDS, WORD_SIZES, ballot, cloud, current, voices
from data import polls, questions
from data.anonymity import Anonymity, key_file, load
from data.database import Transaction
from data.polls import RESULT_SECONDS, Outcome, Poll
from data.questions import Change, Desk, Question, Wall
from tests.browser import opened
from tests.pictured import codes_in
from tests.rakor import Rakor
from tests.test_polls import made, poll_of
from tests.test_questions import BUDGET, STAFF, approve, ask, card, moderator_of, vote
from tests.test_wall import (
    OLD_PROJECTOR,
    PROJECTOR,
    SMALL_PROJECTOR,
    Parts,
    Viewer,
    address_of,
    looking,
    payload,
    session,
    shown,
)

__all__ = ["session"]
WITHIN_SECONDS = 5.0
LONG = "Bagaimana mekanisme pengajuan dana hibah untuk kabupaten yang anggarannya sudah disahkan? " * 4
OPTIONS = [f"{at}. " + "Pilihan yang panjang sekali dan menjelaskan semuanya " * (at % 3) for at in range(12)]


@pytest.fixture
async def panel(rakor: Rakor) -> Rakor:
    """Panel I is running, and an organiser is there."""
    await rakor.organiser()
    return rakor


@asynccontextmanager
async def the_wall(
    rakor: Rakor, session: aiohttp.ClientSession, names: Names = "initials"
) -> AsyncIterator[Viewer]:
    """The one of the ballroom, in Panel I."""
    async with (
        shown(rakor, Manner(names)) as address,
        looking(session, address_of(rakor, address, "ballroom")) as viewer,
    ):
        await rakor.control.post("clock", speed=0)
        await viewer.sees("Panel I:")
        yield viewer


def ranks(parts: Parts, *texts: str) -> bool:
    """Whether these questions stand there in this order, and no other."""
    html = parts.get("ranked", "")
    places = [html.find(text) for text in texts]
    return -1 not in places and places == sorted(places) and html.count("<li") == len(texts)


# ------------------------------------------------------------------------------------ questions


async def test_questions_stand_by_votes_and_move_as_they_come(
    panel: Rakor, session: aiohttp.ClientSession
) -> None:
    async with the_wall(panel, session) as viewer:
        assert "Tanya narasumber" in viewer.text
        people = [await panel.participant(name) for name in ("Budi <i>Santoso</i>", "Citra Lestari")]
        ids = []
        for chat, text, anonymous in zip(people, (BUDGET, STAFF), (False, True), strict=True):
            ids.append(await ask(chat, text, anonymous=anonymous))
            assert text not in viewer.text
            await approve(panel, text)
            await viewer.sees(text)
        before = len(viewer.messages)
        await vote(people[0], ids[1])
        await viewer.sees("1 " + STAFF, WITHIN_SECONDS)
        assert ranks(viewer.parts, STAFF, BUDGET)
        assert [set(one) for one in viewer.messages[before:] if one] == [{"ranked"}]
        assert "– Budi <i>Santoso</i>" in viewer.text
        assert "<i>" not in viewer.parts["ranked"]
        assert "Citra" not in viewer.parts["ranked"]
        assert "2 pertanyaan" in viewer.text
        await people[1].press_data((await people[1].last())["message_id"], f"ask.withdraw_yes:{ids[1]}")
        await viewer.sees(lambda parts: ranks(parts, BUDGET), WITHIN_SECONDS)


async def test_the_one_that_is_answered_and_the_pinned_one_stand_above(
    panel: Rakor, session: aiohttp.ClientSession
) -> None:
    organiser = moderator_of(panel)
    async with the_wall(panel, session) as viewer:
        budi, citra = await panel.participant("Budi"), await panel.participant("Citra")
        for chat, text, anonymous in ((budi, BUDGET, False), (citra, STAFF, True)):
            await ask(chat, text, anonymous=anonymous)
            await approve(panel, text)
        await organiser.press("Sematkan", message=await card(organiser, BUDGET))
        await viewer.sees("Pilihan moderator")
        await organiser.press("Sedang dijawab", message=await card(organiser, STAFF))
        await viewer.sees("Sedang dijawab 0 suara · anonim " + STAFF)
        assert "Pilihan moderator 0 suara · Budi " + BUDGET in viewer.text
        assert not viewer.parts["ranked"]
        await organiser.press("Sudah dijawab", message=await card(organiser, STAFF))
        await viewer.sees(lambda parts: STAFF not in parts["stage"])
        await organiser.press("Sedang dijawab", message=await card(organiser, BUDGET))
        await viewer.sees("Sedang dijawab Pilihan moderator 0 suara · Budi")
        assert viewer.parts["stage"].count(BUDGET) == 1


async def test_no_names_where_the_operator_wants_none(panel: Rakor, session: aiohttp.ClientSession) -> None:
    async with the_wall(panel, session, "none") as viewer:
        await ask(await panel.participant("Budi"))
        await approve(panel)
        await viewer.sees(BUDGET)
        assert "Budi" not in viewer.text


async def test_the_wall_says_it_in_english_too(panel: Rakor, session: aiohttp.ClientSession) -> None:
    organiser = moderator_of(panel)
    async with shown(panel, Manner(language="en")) as address, looking(session, address) as viewer:
        await viewer.sees("Ask the speakers Scan, or send /tanya to the bot")
        await ask(await panel.participant(), anonymous=True)
        await approve(panel)
        await viewer.sees("1 question ")
        await organiser.press("Sedang dijawab", message=await card(organiser))
        await viewer.sees("Being answered 0 votes · anonymous")
        await made(organiser, "Seberapa jelas?", "Skala 1–5")
        await viewer.sees("Poll 0 votes · Answer in the bot’s chat.")


async def test_questions_end_with_their_session(panel: Rakor, session: aiohttp.ClientSession) -> None:
    async with the_wall(panel, session) as viewer:
        await ask(await panel.participant())
        await approve(panel)
        await viewer.sees(BUDGET)
        await panel.at("20 12:00")
        await viewer.sees(lambda parts: parts["clock"].startswith("12.00"))
        assert 'data-part="ask"' not in viewer.parts["frame"]
        assert 'data-part="ranked"' not in viewer.parts["frame"]


async def test_beside_others_a_session_shows_no_voices(panel: Rakor, session: aiohttp.ClientSession) -> None:
    async with shown(panel) as address, looking(session, address) as viewer:
        await panel.at("20 16:30")
        await viewer.sees("Diskusi kelompok B")
        assert 'data-part="ask"' not in viewer.parts["frame"]


# ---------------------------------------------------------------------------------------- polls


async def test_a_poll_shows_its_bars_while_it_runs_and_its_result_for_a_while(
    panel: Rakor, session: aiohttp.ClientSession
) -> None:
    organiser = moderator_of(panel)
    people = [await panel.participant(name) for name in ("Budi", "Citra")]
    async with the_wall(panel, session) as viewer:
        await made(organiser, "Perlu <b>rehat</b>?\nYa\nTidak", "Satu jawaban")
        await viewer.sees("Polling 0 suara · Jawab di chat bot. Perlu <b>rehat</b>?")
        shown_polls = [await poll_of(chat, "Perlu <b>rehat</b>?") for chat in people]
        for chat, message, choice in zip(people, shown_polls, (0, 1), strict=True):
            await chat.act("vote", message_id=message["message_id"], option_ids=[choice])
        await viewer.sees("Ya 1 50% Tidak 1 50%", WITHIN_SECONDS)
        await people[1].act("vote", message_id=shown_polls[1]["message_id"], option_ids=[])
        await viewer.sees("Ya 1 100% Tidak 0 0%", WITHIN_SECONDS)
        await organiser.press("Tutup")
        await viewer.sees("Hasil polling 1 suara")
        await panel.control.advance(RESULT_SECONDS + 1)
        await viewer.sees(lambda parts: "poll" not in parts or not parts["poll"])
        await viewer.sees("Panel I:")


async def test_the_result_outlasts_the_session(panel: Rakor, session: aiohttp.ClientSession) -> None:
    organiser = moderator_of(panel)
    await panel.participant()
    async with the_wall(panel, session) as viewer:
        await panel.at("20 11:59")
        await made(organiser, "Cukup?\nYa\nTidak", "Satu jawaban")
        await organiser.press("Tutup")
        await viewer.sees("Hasil polling")
        await panel.at("20 12:01")
        await viewer.sees(lambda parts: "Panel I:" not in parts["frame"])
        assert "Cukup?" in viewer.parts["poll"]
        assert "Panel II" in viewer.parts["upcoming"]
        await panel.at("20 12:05")
        await viewer.sees(lambda parts: 'data-part="alone"' in parts["frame"])


def a_poll(**values: object) -> Poll:
    poll = Poll(1, "p", "panel-1", "?", "single", ("a", "b"), None, "live", "open", opened_at=1000)
    return replace(poll, **values)  # type: ignore[arg-type]


def outcome_of(*votes: list[object], **values: object) -> Outcome:
    return polls.outcome(a_poll(**values), votes)


def test_what_is_for_later_is_not_shown_before_the_end() -> None:
    hidden = ballot(outcome_of([0], [0], [1], kind="quiz", correct=0, shows="closed"))
    assert (hidden.voters, hidden.is_shown, [bar.count for bar in hidden.bars]) == (3, False, [0, 0])
    assert not any(bar.is_right for bar in hidden.bars)
    live = ballot(outcome_of([0], [0], [1], kind="quiz", correct=0))
    assert [(bar.percent, bar.is_right) for bar in live.bars] == [(67, False), (33, False)]
    closed = ballot(outcome_of([0], [0], [1], kind="quiz", correct=0, shows="closed", state="closed"))
    assert [(bar.percent, bar.is_right) for bar in closed.bars] == [(67, True), (33, False)]
    secret = ballot(outcome_of(["damai"], kind="cloud", options=(), shows="closed"))
    assert (secret.voters, secret.words) == (1, ())


def test_a_scale_has_a_mean_once_somebody_has_answered() -> None:
    scale = {"kind": "scale", "options": polls.SCALE}
    assert ballot(outcome_of(**scale)).mean is None
    assert ballot(outcome_of([0], [4], [4], **scale)).mean == 3.7


def test_a_new_poll_has_the_wall_and_an_older_one_takes_turns_with_the_questions() -> None:
    asked = Wall(None, None, [], total=1)
    shown_at = {
        second: voices(None, asked, outcome_of(), 1000 + second, are_named=True).poll is not None
        for second in range(0, FRESH_SECONDS + 8 * TURN_SECONDS)
    }
    assert all(shown_at[second] for second in range(FRESH_SECONDS))
    assert sum(shown_at.values()) == FRESH_SECONDS + 4 * TURN_SECONDS
    for nothing_asked in (None, Wall(None, None, [], total=0)):
        assert voices(None, nothing_asked, outcome_of(), 9_999, are_named=True).poll


def test_what_was_opened_or_closed_last_is_shown_of_this_room_or_of_none() -> None:
    first, second = outcome_of(id=1), outcome_of(id=2, opened_at=1100)
    closed = outcome_of(id=3, state="closed", opened_at=900, closed_at=1200)
    elsewhere = outcome_of(id=4, session_id="panel-9", opened_at=5000)
    everywhere = outcome_of(id=5, session_id=None, opened_at=1300)
    assert current([first, second, elsewhere], ["panel-1"]) is second
    assert current([first, second, closed], ["panel-1"]) is closed
    assert current([closed, everywhere], ["panel-1"]) is everywhere
    assert current([elsewhere], ["panel-1"]) is None


@given(st.dictionaries(st.text(min_size=1, max_size=40), st.integers(1, 300), max_size=200))
def test_a_cloud_has_room_for_its_words_and_the_frequent_ones_are_not_smaller(counts: dict[str, int]) -> None:
    words = cloud(counts)
    assert {one.text for one in words} <= set(counts)
    assert [one.text for one in words] == sorted(one.text for one in words)
    assert sum(len(one.text) * 0.58 * WORD_SIZES[one.size - 1] ** 2 for one in words) <= CLOUD_AREA
    alike = [one for one in words if len(one.text) < 12]
    assert all(
        one.size >= other.size for one in alike for other in alike if counts[one.text] > counts[other.text]
    )


def test_a_cloud_leaves_rough_words_out() -> None:
    assert [one.text for one in cloud({"damai": 3, "goblok": 9, "dasar bego": 2})] == ["damai"]
    assert cloud({"goblok": 1}) == cloud({}) == ()


# ---------------------------------------------------------------------------------- in a browser


def add_questions(tx: Transaction, desk: Desk) -> list[Question]:
    """Thirty, long and short ones."""
    questions.set_moderated_first(tx, 1, wanted=False)
    found = []
    for at in range(30):
        text = (LONG, STAFF, "Kapan terbit?")[at % 3][:290] + f" ({at})"
        found.append(questions.ask(tx, desk, "panel-1", 1000 + at, text, is_named=False, now=0))
        for person in range(at):
            questions.vote(tx, desk, found[-1].id, 2000 + person, is_wanted=True)
    return found


def anonymity_of(rakor: Rakor) -> Anonymity:
    return load(key_file(rakor.settings.database.path))


async def nothing_is_cut(page: Page) -> None:
    """Each entry stands whole in the picture, or not at all; and nothing lies over something else."""
    size = page.viewport_size
    assert size is not None
    spoken = ".stage blockquote, .bars li, .cloud li, .poll h2"
    for part in await page.locator(f"{spoken}, .side .qr, .ask p").all():
        box = await box_of(part)
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size["width"] + 1
        assert box["y"] + box["height"] <= size["height"] + 1
    for part in await page.locator(spoken).all():
        box, voices_box = await box_of(part), await box_of(page.locator(".voices"))
        assert box["y"] + box["height"] <= voices_box["y"] + voices_box["height"] + 1
        assert box["x"] + box["width"] <= voices_box["x"] + voices_box["width"] + 1
    for part in await page.locator(".ranked li").all():
        box, room = await box_of(part), await box_of(page.locator(".ranked ol"))
        is_beside = box["x"] >= room["x"] + room["width"]
        assert is_beside or box["y"] + box["height"] <= room["y"] + room["height"] + 1
    for bar in await page.locator(".bars span").all():
        assert await bar.evaluate("one => one.offsetHeight <= one.parentElement.clientHeight")


async def box_of(part: Locator) -> dict[str, float]:
    box = await part.bounding_box()
    assert box is not None
    return dict(box)


@pytest.mark.browser
@pytest.mark.parametrize("size", [PROJECTOR, SMALL_PROJECTOR, OLD_PROJECTOR])
async def test_every_projector_has_room_for_what_the_hall_says(
    panel: Rakor, chromium: Browser, size: tuple[int, int]
) -> None:
    database = panel.parts.database
    desk = Desk(anonymity_of(panel), 1, ())
    async with shown(panel) as address:
        await panel.control.post("clock", speed=0)
        root, secret = address.rsplit("/", 1)
        async with opened(chromium, root, size, f"/{secret}") as page:
            await expect(page.get_by_role("img", name="QR untuk bertanya")).to_be_visible()
            await nothing_is_cut(page)
            found = await database.write(lambda tx: add_questions(tx, desk))
            await expect(page.locator(".ranked .total")).to_contain_text("30 pertanyaan")
            await nothing_is_cut(page)
            for at, change in ((27, Change(is_pinned=True)), (24, Change(state="asked"))):
                await database.write(
                    lambda tx, at=at, change=change: questions.moderate(  # type: ignore[misc]
                        tx, desk, found[at].id, found[at].revision, change, (1, "M"), 0
                    )
                )
            await expect(page.locator(".stage blockquote")).to_have_count(2)
            await nothing_is_cut(page)
            links = await codes_in(chromium, await page.screenshot())
            assert "tanya-panel-1" in [payload(one) for one in links]
            assert len(links) == 2
            for kind, options in (("multiple", OPTIONS), ("scale", ()), ("single", OPTIONS[:3])):
                await open_poll(panel, LONG[:240], kind, options)
                await expect(page.locator(".bars li")).to_have_count(len(options) or 5)
                await nothing_is_cut(page)
            poll_id = await open_poll(panel, "Satu kata?", "cloud", ())
            await database.write(lambda tx: say_words(tx, panel, poll_id))
            await expect(page.locator(".cloud li").first).to_be_visible()
            await nothing_is_cut(page)


async def open_poll(rakor: Rakor, question: str, kind: str, options: object) -> int:
    await rakor.control.advance(1)
    now = rakor.parts.clock.now()

    def work(tx: Transaction) -> int:
        poll_id = polls.make(tx, 1, f"{kind}", "panel-1", question, kind, options)  # type: ignore[arg-type]
        polls.start(tx, 1, poll_id, now)
        return poll_id

    return await rakor.parts.database.write(work)


def say_words(tx: Transaction, rakor: Rakor, poll_id: int) -> None:
    words = ["damai", "jujur", "adil", *(f"kata yang ke-{at}" for at in range(200))]
    anonymity = anonymity_of(rakor)
    for person in range(400):
        polls.say(tx, anonymity, poll_id, person, words[min(person % 97, person % 203)])
