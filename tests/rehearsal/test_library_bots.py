"""Bots in the manner of python-telegram-bot's examples run on the emulator as they are."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest
from telegram import (
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    LinkPreviewOptions,
    MenuButtonWebApp,
    Poll,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
    WebAppInfo,
    helpers,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PollAnswerHandler,
    PollHandler,
    filters,
)

from bot.rehearsal.chat import Chat, Control, buttons
from bot.rehearsal.emulator import Emulator

from .conftest import TOKEN, Api
from .pictures import png

Context = ContextTypes.DEFAULT_TYPE
Handlers = Sequence[BaseHandler[Any, Any, Any]]
Run = Callable[..., Any]


def built(emulator: Emulator) -> Application[Any, Any, Any, Any, Any, Any]:
    builder = Application.builder().token(TOKEN)
    return builder.base_url(f"{emulator.url}/bot").base_file_url(f"{emulator.url}/file/bot").build()


@pytest.fixture
async def running(emulator: Emulator, control: Control) -> Run:
    """Runs a bot of these handlers by long polling."""
    await control.post("settings", slow_repeated_polls=False)

    @asynccontextmanager
    async def run(*handlers: BaseHandler[Any, Any, Any]) -> AsyncIterator[Any]:
        application = built(emulator)
        application.add_handlers(handlers)
        async with application:
            await application.start()
            assert application.updater is not None
            await application.updater.start_polling(timeout=5)
            try:
                yield application
            finally:
                await application.updater.stop()
                await application.stop()

    return run


@pytest.fixture
async def peserta(control: Control) -> Chat:
    return await control.user("Peserta", username="peserta", language_code="id")


def reply(text: str, **more: Any) -> Callable[[Update, Context], Coroutine[Any, Any, None]]:
    async def handle(update: Update, context: Context) -> None:
        assert update.message is not None
        await update.message.reply_text(text, **more)

    return handle


async def test_an_echo_bot(running: Run, peserta: Chat) -> None:
    async def start(update: Update, context: Context) -> None:
        await update.message.reply_html(  # type: ignore[union-attr]
            f"Hi {update.effective_user.mention_html()}!",  # type: ignore[union-attr]
        )

    async def echo(update: Update, context: Context) -> None:
        await update.message.reply_text(update.message.text)  # type: ignore[union-attr, arg-type]

    async with running(CommandHandler("start", start), MessageHandler(filters.TEXT & ~filters.COMMAND, echo)):
        await peserta.say("/start")
        greeting = await peserta.wait_for("Hi Peserta!")
        assert greeting["entities"][0]["type"] == "text_mention"
        await peserta.say("Halo & <apa kabar>")
        assert (await peserta.wait_for("Halo"))["text"] == "Halo & <apa kabar>"


async def test_a_conversation_with_keyboards_a_photo_and_a_place(running: Run, peserta: Chat) -> None:
    seen: list[Any] = []

    async def start(update: Update, context: Context) -> int:
        markup = ReplyKeyboardMarkup(
            [["Pria", "Wanita"]], one_time_keyboard=True, input_field_placeholder="?"
        )
        await update.message.reply_text("Siapa Anda?", reply_markup=markup)  # type: ignore[union-attr]
        return 0

    async def gender(update: Update, context: Context) -> int:
        await update.message.reply_text("Foto?", reply_markup=ReplyKeyboardRemove())  # type: ignore[union-attr]
        return 1

    async def photo(update: Update, context: Context) -> int:
        file = await update.message.photo[-1].get_file()  # type: ignore[union-attr]
        seen.append(bytes(await file.download_as_bytearray()))
        await update.message.reply_text("Lokasi?")  # type: ignore[union-attr]
        return 2

    async def place(update: Update, context: Context) -> int:
        seen.append(update.message.location.latitude)  # type: ignore[union-attr]
        await update.message.reply_text("Terima kasih")  # type: ignore[union-attr]
        return ConversationHandler.END

    conversation = ConversationHandler(
        entry_points=[CommandHandler("start", start)],
        states={
            0: [MessageHandler(filters.Regex("^(Pria|Wanita)$"), gender)],
            1: [MessageHandler(filters.PHOTO, photo)],
            2: [MessageHandler(filters.LOCATION, place)],
        },
        fallbacks=[],
    )
    async with running(conversation):
        await peserta.say("/start")
        await peserta.wait_for("Siapa Anda?")
        await peserta.press("Wanita")
        await peserta.wait_for("Foto?")
        assert await peserta.reply_keyboard() == []
        await peserta.send("photo", data=png(640, 480))
        await peserta.wait_for("Lokasi?")
        await peserta.send("location", latitude=-1.25, longitude=116.8)
        await peserta.wait_for("Terima kasih")
    assert seen == [png(640, 480), -1.25]


async def test_an_inline_keyboard_that_edits_its_message(running: Run, peserta: Chat) -> None:
    async def start(update: Update, context: Context) -> None:
        row = [InlineKeyboardButton(f"Pilihan {number}", callback_data=str(number)) for number in (1, 2)]
        await update.message.reply_text("Pilih:", reply_markup=InlineKeyboardMarkup([row]))  # type: ignore[union-attr]

    async def press(update: Update, context: Context) -> None:
        query = update.callback_query
        assert query is not None
        await query.answer(f"Anda memilih {query.data}")
        await query.edit_message_text(text=f"Dipilih: {query.data}")

    async with running(CommandHandler("start", start), CallbackQueryHandler(press)):
        await peserta.say("/start")
        menu = await peserta.wait_for("Pilih:")
        assert buttons(menu) == ["Pilihan 1", "Pilihan 2"]
        assert await peserta.press("Pilihan 2") == {
            "text": "Anda memilih 2",
            "show_alert": False,
            "url": None,
        }
        edited = await peserta.wait_for("Dipilih: 2")
        assert edited["message_id"] == menu["message_id"]
        assert buttons(edited) == []


@pytest.mark.filterwarnings("ignore:If 'per_message=False'")
async def test_a_conversation_in_one_message(running: Run, peserta: Chat) -> None:
    def markup(*labels: str) -> InlineKeyboardMarkup:
        return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=label) for label in labels]])

    async def start(update: Update, context: Context) -> int:
        await update.message.reply_text("Awal", reply_markup=markup("lanjut"))  # type: ignore[union-attr]
        return 0

    async def further(update: Update, context: Context) -> int:
        await update.callback_query.answer()  # type: ignore[union-attr]
        await update.callback_query.edit_message_text("Tengah", reply_markup=markup("selesai"))  # type: ignore[union-attr]
        return 0

    async def end(update: Update, context: Context) -> int:
        await update.callback_query.answer()  # type: ignore[union-attr]
        await update.callback_query.edit_message_text("Sampai jumpa")  # type: ignore[union-attr]
        return ConversationHandler.END

    conversation = ConversationHandler(
        entry_points=[CommandHandler("start", start)],
        states={
            0: [
                CallbackQueryHandler(further, pattern="^lanjut$"),
                CallbackQueryHandler(end, pattern="^selesai$"),
            ]
        },
        fallbacks=[CommandHandler("start", start)],
    )
    async with running(conversation):
        await peserta.say("/start")
        await peserta.wait_for("Awal")
        await peserta.press("lanjut")
        await peserta.wait_for("Tengah")
        await peserta.press("selesai")
        await peserta.wait_for("Sampai jumpa")


async def test_deep_links(running: Run, peserta: Chat) -> None:
    async def start(update: Update, context: Context) -> None:
        url = helpers.create_deep_linked_url(context.bot.username, "rakor-2023")
        options = LinkPreviewOptions(is_disabled=True)
        await update.message.reply_text(f"Bagikan {url}", link_preview_options=options)  # type: ignore[union-attr]

    async def linked(update: Update, context: Context) -> None:
        await update.message.reply_text(f"Kode: {context.args}")  # type: ignore[union-attr]

    async with running(
        CommandHandler("start", linked, filters.Regex("rakor-2023")), CommandHandler("start", start)
    ):
        await peserta.say("/start")
        shared = await peserta.wait_for("Bagikan")
        assert shared["text"].endswith("https://t.me/bot4242_bot?start=rakor-2023")
        await peserta.say("/start rakor-2023")
        await peserta.wait_for("Kode: ['rakor-2023']")


async def test_a_poll_bot(running: Run, peserta: Chat) -> None:
    async def poll(update: Update, context: Context) -> None:
        message = await context.bot.send_poll(
            update.effective_chat.id,  # type: ignore[union-attr]
            "Bagaimana rakornya?",
            ["Baik", "Sangat baik"],
            is_anonymous=False,
            allows_multiple_answers=True,
        )
        context.bot_data[message.poll.id] = message  # type: ignore[union-attr]

    async def answered(update: Update, context: Context) -> None:
        answer = update.poll_answer
        assert answer is not None
        message = context.bot_data[answer.poll_id]
        await context.bot.send_message(message.chat_id, f"Jawaban: {answer.option_ids}")
        await context.bot.stop_poll(message.chat_id, message.message_id)

    async def quiz(update: Update, context: Context) -> None:
        await update.effective_message.reply_poll(  # type: ignore[union-attr]
            "Berapa?", ["1", "2"], type=Poll.QUIZ, correct_option_ids=[1], explanation="Dua"
        )

    async def quiz_answered(update: Update, context: Context) -> None:
        if not update.poll.is_closed and update.poll.type == Poll.QUIZ:  # type: ignore[union-attr]
            await context.bot.send_message(peserta.id, f"Suara: {update.poll.total_voter_count}")  # type: ignore[union-attr]

    async with running(
        CommandHandler("poll", poll),
        CommandHandler("quiz", quiz),
        PollAnswerHandler(answered),
        PollHandler(quiz_answered),
    ):
        await peserta.say("/poll")
        sent = await peserta.wait_for(lambda message: "poll" in message)
        await peserta.act("vote", message_id=sent["message_id"], option_ids=[0, 1])
        await peserta.wait_for("Jawaban: (0, 1)")
        closed = await peserta.wait_for(lambda message: message.get("poll", {}).get("is_closed", False))
        assert [option["voter_count"] for option in closed["poll"]["options"]] == [1, 1]
        await peserta.say("/quiz")
        sent = await peserta.wait_for(lambda message: message.get("poll", {}).get("type") == "quiz")
        await peserta.act("vote", message_id=sent["message_id"], option_ids=[1])
        await peserta.wait_for("Suara: 1")


async def test_a_timer_bot(running: Run, peserta: Chat) -> None:
    async def alarm(context: Context) -> None:
        await context.bot.send_message(context.job.chat_id, "Waktunya rehat kopi!")  # type: ignore[union-attr, arg-type]

    async def set_timer(update: Update, context: Context) -> None:
        context.job_queue.run_once(alarm, float(context.args[0]), chat_id=update.effective_chat.id)  # type: ignore[union-attr, index]
        await update.effective_message.reply_text("Pengingat dipasang")  # type: ignore[union-attr]

    async with running(CommandHandler("set", set_timer)):
        await peserta.say("/set 0.05")
        await peserta.wait_for("Pengingat dipasang")
        await peserta.wait_for("rehat kopi")


async def test_the_library_reads_all_kinds_of_answers(running: Run, peserta: Chat) -> None:
    await peserta.say("/start")
    async with running() as application:
        bot = application.bot
        await bot.set_my_commands([("jadwal", "Jadwal hari ini")])
        await bot.set_my_commands(
            [("bantuan", "Bantuan")], scope=BotCommandScopeChat(peserta.id), language_code="id"
        )
        assert [command.command for command in await bot.get_my_commands()] == ["jadwal"]
        await bot.set_chat_menu_button(
            peserta.id, MenuButtonWebApp("Buka", WebAppInfo("https://example.org"))
        )
        assert (await bot.get_chat_menu_button(peserta.id)).type == "web_app"
        await bot.set_my_description("Asisten Rakor")
        assert (await bot.get_my_description()).description == "Asisten Rakor"
        await bot.send_chat_action(peserta.id, ChatAction.TYPING)
        photos = [
            InputMediaPhoto(png(20, 20)),
            InputMediaPhoto(png(30, 30), caption="*dua*", parse_mode=ParseMode.MARKDOWN_V2),
        ]
        album = await bot.send_media_group(peserta.id, photos)
        assert album[0].media_group_id == album[1].media_group_id
        document = await bot.send_document(peserta.id, b"isi", filename="materi.pdf", thumbnail=png(5, 5))
        assert document.document is not None
        assert document.document.file_name == "materi.pdf"
        file = await bot.get_file(document.document.file_id)
        assert bytes(await file.download_as_bytearray()) == b"isi"
        contact = KeyboardButton("Nomor", request_contact=True)
        await bot.send_message(peserta.id, "?", reply_markup=ReplyKeyboardMarkup([[contact]]))
        chat = await bot.get_chat(peserta.id)
        assert chat.username == "peserta"
        copied = await bot.copy_message(peserta.id, peserta.id, document.message_id, caption="baru")
        assert await bot.delete_message(peserta.id, copied.message_id) is True


@pytest.mark.errors_expected
@pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")
async def test_failures_are_the_librarys_own_exceptions(
    running: Run, peserta: Chat, control: Control, emulator: Emulator, api: Api
) -> None:
    await peserta.say("/start")
    async with built(emulator) as application:
        bot = application.bot
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(5, "x")
        await control.post("block", user=peserta.id)
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await bot.send_message(peserta.id, "x")
        await control.post("faults", method="getMe", kind=429, retry_after=3)
        with pytest.raises(RetryAfter):
            await bot.get_me()
        for kind in ("html502", "disconnect", 500):
            await control.post("faults", method="getMe", kind=kind)
            with pytest.raises(NetworkError):
                await bot.get_me()
        await control.post("faults", method="getMe", kind="timeout", delay=5)
        with pytest.raises(TimedOut):
            await bot.get_me(read_timeout=0.1)
        await bot.set_webhook("http://127.0.0.1:9/")
        with pytest.raises(Conflict):
            await bot.get_updates()
        await bot.delete_webhook()
        await control.post("bots", token=TOKEN, valid=False)
        with pytest.raises(InvalidToken):
            await bot.get_me()
        await control.post("bots", token=TOKEN, valid=True)


async def test_a_restarted_bot_finds_what_came_meanwhile(running: Run, peserta: Chat) -> None:
    handler = MessageHandler(filters.TEXT, reply("diterima"))
    async with running(handler):
        await peserta.say("satu")
        await peserta.wait_for("diterima")
    await asyncio.gather(*(peserta.say(str(number)) for number in range(3)))
    since = (await peserta.messages())[-1]["message_id"]
    async with running(handler):
        await peserta.wait_for(lambda message: message["message_id"] >= since + 3)
    assert sum(message.get("text") == "diterima" for message in await peserta.messages()) == 4
