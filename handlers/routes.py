"""Which words and buttons lead where."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Any, Concatenate, ParamSpec

from telegram import Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    PollAnswerHandler,
    filters,
)

from handlers import (
    agenda,
    attendance,
    broadcasts,
    conversation,
    faq,
    feedback,
    helpdesk,
    materials,
    menu,
    moderation,
    participants,
    polls,
    profile,
    questions,
    reachability,
    registration,
    results,
    stars,
    start,
)
from handlers.callback import StaleButtonError, decode
from handlers.context import Context
from handlers.screen import Reply
from handlers.show import show

P = ParamSpec("P")
Page = Callable[..., Awaitable[Reply]]


def for_organisers(page: Callable[Concatenate[Context, P], Awaitable[Reply]]) -> Page:
    """The page for organisers; to everybody else it does not exist. Checked at each use."""

    async def guarded(context: Context, *args: P.args, **kwargs: P.kwargs) -> Reply:
        if not context.is_organiser:
            return await menu.unknown_command(context)
        return await page(context, *args, **kwargs)

    guarded.__signature__ = inspect.signature(page)  # type: ignore[attr-defined]  # read by _fits
    return guarded


COMMANDS: Mapping[str, Page] = {
    "start": start.start,
    "menu": menu.show_menu,
    "agenda": agenda.show_day,
    "sekarang": agenda.show_now,
    "berikutnya": agenda.show_next,
    "panel": agenda.show_panels,
    "materi": materials.show_all,
    "faq": faq.show_list,
    "hadir": attendance.hadir,
    "nilai": feedback.show_list,
    "tanya": questions.ask_command,
    "profil": profile.show,
    "daftar": registration.begin,
    "bahasa": profile.choose_language,
    "hapus_data": profile.ask_delete,
    "bantuan": menu.help_screen,
    "help": menu.help_screen,
    "siaran": for_organisers(broadcasts.begin),
    "peserta": for_organisers(participants.show_page),
    "kode": for_organisers(attendance.codes),
    "polling": for_organisers(polls.show_list),
    "moderasi": for_organisers(moderation.show_list),
    "hasil": for_organisers(results.show_list),
}

ACTIONS: Mapping[str, Page] = {
    menu.MENU: menu.show_menu,
    "agenda": agenda.show_day,
    "agenda.day": agenda.show_day,
    "agenda.now": agenda.show_now,
    "agenda.next": agenda.show_next,
    "agenda.panels": agenda.show_panels,
    "agenda.session": agenda.show_session,
    "ask": questions.show,
    "ask.session": questions.show,
    "ask.write": questions.write,
    "ask.send": questions.send,
    "ask.vote": questions.vote,
    "ask.mine": questions.show_mine,
    "ask.edit": questions.edit,
    "ask.withdraw": questions.ask_withdraw,
    "ask.withdraw_yes": questions.withdraw,
    "ask.one": questions.show_one,
    "mod": for_organisers(moderation.show_list),
    "mod.card": for_organisers(moderation.show_card),
    "mod.set": for_organisers(moderation.set_state),
    "mod.refuse": for_organisers(moderation.ask_reason),
    "mod.why": for_organisers(moderation.refuse),
    "mod.words": for_organisers(moderation.ask_words),
    "mod.pin": for_organisers(moderation.pin),
    "mod.move": for_organisers(moderation.move),
    "mod.merge": for_organisers(moderation.ask_merge),
    "mod.into": for_organisers(moderation.merge),
    "mod.speaker": for_organisers(moderation.for_speaker),
    "mod.ban": for_organisers(moderation.ask_ban),
    "mod.ban_yes": for_organisers(moderation.ban),
    "mod.first": for_organisers(moderation.set_first),
    "attendance": attendance.how,
    "attendance.codes": for_organisers(attendance.codes),
    "broadcasts": for_organisers(broadcasts.begin),
    "broadcasts.leave": for_organisers(broadcasts.leave),
    "broadcasts.send": for_organisers(broadcasts.send),
    "broadcasts.cancel": for_organisers(broadcasts.cancel),
    "broadcasts.rewrite": for_organisers(broadcasts.rewrite),
    "broadcasts.status": for_organisers(broadcasts.status),
    "faq": faq.show_list,
    "faq.entry": faq.show_entry,
    "feedback": feedback.show_list,
    "feedback.open": feedback.open_form,
    "feedback.ask": feedback.ask,
    "feedback.give": feedback.give,
    "feedback.rate": feedback.rate,
    "feedback.remove": feedback.take_back,
    "feedback.summary": feedback.summary,
    "helpdesk.pass_on": helpdesk.pass_on,
    "language": profile.choose_language,
    "language.set": profile.set_language,
    "materials": materials.show_all,
    "materials.session": materials.show_session,
    "materials.send": materials.send,
    "materials.tell": materials.tell,
    "participants": for_organisers(participants.show_page),
    "participants.page": for_organisers(participants.show_page),
    "participants.workbook": for_organisers(participants.workbook),
    "polls": for_organisers(polls.show_list),
    "polls.one": for_organisers(polls.show_one),
    "polls.new": for_organisers(polls.begin),
    "polls.make": for_organisers(polls.make),
    "polls.open": for_organisers(polls.open_poll),
    "polls.close": for_organisers(polls.close_poll),
    "words": polls.ask_words,
    "profile": profile.show,
    "profile.reminders": profile.set_reminders,
    "profile.delete": profile.ask_delete,
    "profile.delete_yes": profile.delete,
    "registration": registration.begin,
    "registration.consent": registration.consent,
    "registration.cancel": registration.cancel,
    "registration.edit": registration.edit,
    "registration.my_name": registration.use_telegram_name,
    "registration.region": registration.choose_region,
    "registration.save": registration.save,
    "results": for_organisers(results.show_list),
    "results.form": for_organisers(results.show_form),
    "results.picture": for_organisers(results.picture),
    "results.pdf": for_organisers(results.report),
    "results.workbook": for_organisers(results.workbook),
    "stars": stars.show_list,
    "stars.mark": stars.mark,
}

Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]
PRIVATE = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """All handlers, in the order in which they are asked."""
    return [
        CallbackQueryHandler(_press),
        CommandHandler(COMMANDS, _on_message(_command), PRIVATE),
        MessageHandler(PRIVATE & filters.COMMAND, _on_message(_unknown_command)),
        MessageHandler(PRIVATE & filters.TEXT, _on_message(conversation.hear)),
        MessageHandler(PRIVATE & ~filters.StatusUpdate.ALL, _on_message(conversation.hear_other)),
        PollAnswerHandler(polls.voted),
        ChatMemberHandler(reachability.changed, ChatMemberHandler.MY_CHAT_MEMBER),
    ]


async def _command(context: Context) -> Reply:
    """One look-up for all of them: a handler a command would be asked one after another."""
    name = (context.message.text or "").split(maxsplit=1)[0].removeprefix("/").partition("@")[0]
    await conversation.turn_to(context)
    return await COMMANDS[name.lower()](context)


async def _unknown_command(context: Context) -> Reply:
    await conversation.turn_to(context)
    return await menu.unknown_command(context)


def _on_message(page: Page) -> Callback:
    async def callback(_update: Update, context: Context) -> None:
        await context.load()
        try:
            reply = await page(context)
        except StaleButtonError:
            reply = await _stale(context)
        await show(context, reply)

    return callback


async def _press(update: Update, context: Context) -> None:
    """A button. What it carries is not trusted: anything can stand there."""
    query = update.callback_query
    if query is None or update.effective_chat is None or update.effective_chat.type != "private":
        return
    await context.load()
    action, arguments = decode(query.data or "")
    page = ACTIONS.get(action, _stale)
    await conversation.turn_to(context, action)
    try:
        reply = await (page if _fits(page, arguments) else _stale)(context, *arguments)
    except StaleButtonError:
        reply = await _stale(context)
    await show(context, reply)


async def _stale(context: Context, *_: str) -> Reply:
    return await menu.show_menu(context, notice=context.texts.label("menu.stale"), alert=True)


def _fits(page: Page, arguments: tuple[str, ...]) -> bool:
    """Whether the page takes so many arguments, and none that is not meant for buttons."""
    parameters = list(inspect.signature(page).parameters.values())[1:]
    if any(one.kind is inspect.Parameter.VAR_POSITIONAL for one in parameters):
        return True
    meant = [one for one in parameters if one.name not in ("notice", "alert")]
    required = sum(one.default is inspect.Parameter.empty for one in meant)
    return required <= len(arguments) <= len(meant)
