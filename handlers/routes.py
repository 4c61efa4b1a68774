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
    answering,
    attendance,
    attendees,
    broadcasts,
    committee,
    conversation,
    corrections,
    faq,
    feedback,
    groups,
    helpdesk,
    helpers,
    invitations,
    lists,
    matching,
    materials,
    menu,
    moderation,
    participants,
    places,
    polls,
    profile,
    proxy_signs,
    questions,
    reachability,
    registration,
    results,
    spot_checks,
    stars,
    start,
    teaching,
    wall,
)
from handlers.callback import StaleButtonError, decode
from handlers.context import Context
from handlers.screen import Notice, Reply
from handlers.show import show

P = ParamSpec("P")
Page = Callable[..., Awaitable[Reply]]


def for_organisers(page: Callable[Concatenate[Context, P], Awaitable[Reply]]) -> Page:
    """The page for organisers; to everybody else it does not exist. Checked at each use."""

    async def guarded(context: Context, *args: P.args, **kwargs: P.kwargs) -> Reply:
        if not context.is_organiser and context.in_group:
            return Notice(context.texts.label("committee.only_organisers"), alert=True)
        if not context.is_organiser:
            return await menu.unknown_command(context)
        return await page(context, *args, **kwargs)

    guarded.__signature__ = inspect.signature(page)  # type: ignore[attr-defined]  # read by _fits
    return guarded


def for_helpers(page: Callable[Concatenate[Context, P], Awaitable[Reply]]) -> Page:
    """The page for those who answer for the committee. Checked at each use."""

    async def guarded(context: Context, *args: P.args, **kwargs: P.kwargs) -> Reply:
        if await committee.is_helper(context):
            return await page(context, *args, **kwargs)
        if context.incoming.callback_query and context.in_group:
            return Notice(context.texts.label("committee.not_here"), alert=True)
        return None if context.in_group else await menu.unknown_command(context)

    guarded.__signature__ = inspect.signature(page)  # type: ignore[attr-defined]  # read by _fits
    return guarded


def for_attendance_helpers(page: Callable[Concatenate[Context, P], Awaitable[Reply]]) -> Page:
    """The page for organisers and those who mark attendance at the door. Checked at each use."""

    async def guarded(context: Context, *args: P.args, **kwargs: P.kwargs) -> Reply:
        if not await helpers.may_mark(context):
            return await menu.unknown_command(context)
        return await page(context, *args, **kwargs)

    guarded.__signature__ = inspect.signature(page)  # type: ignore[attr-defined]  # read by _fits
    return guarded


def for_moderators(page: Callable[Concatenate[Context, P], Awaitable[Reply]]) -> Page:
    """The page for organisers and those who moderate. Checked at each use."""

    async def guarded(context: Context, *args: P.args, **kwargs: P.kwargs) -> Reply:
        if not context.is_moderator:
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
    "pertanyaan": for_helpers(helpdesk.show_open),
    "belum_terjawab": for_organisers(teaching.show_list),
    "panitia_di_sini": for_organisers(committee.bind),
    "daftar_hadir": for_organisers(lists.begin),
    "layar": for_organisers(wall.show),
    "hadirin": for_organisers(attendance.sessions),
    "kartu": attendees.card,
    "undangan": invitations.show,
    "petugas": helpers.show,
    "cari": for_attendance_helpers(attendees.search),
    "polling": for_moderators(polls.show_list),
    "moderasi": for_moderators(moderation.show_list),
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
    "answers.pick": answering.pick,
    "ask": questions.show,
    "ask.session": questions.show,
    "ask.write": questions.write,
    "ask.send": questions.send,
    "ask.resume": questions.resume,
    "ask.vote": questions.vote,
    "ask.mine": questions.show_mine,
    "ask.edit": questions.edit,
    "ask.withdraw": questions.ask_withdraw,
    "ask.withdraw_yes": questions.withdraw,
    "ask.one": questions.show_one,
    "mod": for_moderators(moderation.show_list),
    "mod.card": for_moderators(moderation.show_card),
    "mod.set": for_moderators(moderation.set_state),
    "mod.refuse": for_moderators(moderation.ask_reason),
    "mod.why": for_moderators(moderation.refuse),
    "mod.words": for_moderators(moderation.ask_words),
    "mod.answer": for_moderators(moderation.ask_answer),
    "mod.pin": for_moderators(moderation.pin),
    "mod.move": for_moderators(moderation.move),
    "mod.merge": for_moderators(moderation.ask_merge),
    "mod.into": for_moderators(moderation.merge),
    "mod.speaker": for_moderators(moderation.for_speaker),
    "mod.ban": for_moderators(moderation.ask_ban),
    "mod.ban_yes": for_moderators(moderation.ban),
    "mod.unban": for_moderators(moderation.unban),
    "mod.first": for_moderators(moderation.set_first),
    "attendance": attendance.how,
    "attendance.codes": for_organisers(attendance.codes),
    "attendance.session": for_organisers(attendance.session),
    "attendance.sessions": for_organisers(attendance.sessions),
    "attendees.badges": for_organisers(attendees.badges),
    "attendees.card": attendees.card,
    "attendees.check_out": for_attendance_helpers(attendees.check_out),
    "attendees.mark": for_attendance_helpers(attendees.mark),
    "attendees.search": for_attendance_helpers(attendees.search),
    "attendees.show": for_attendance_helpers(attendees.show),
    "attendees.substitute": for_attendance_helpers(attendees.substitute),
    "attendees.undo": for_attendance_helpers(attendees.undo),
    "broadcasts": for_organisers(broadcasts.begin),
    "broadcasts.ask_correction": for_organisers(broadcasts.changes.ask_correction),
    "broadcasts.ask_recall": for_organisers(broadcasts.changes.ask_recall),
    "broadcasts.ask_stop": for_organisers(broadcasts.progress.ask_stop),
    "broadcasts.at_once": for_organisers(broadcasts.schedule.at_once),
    "broadcasts.cancel": for_organisers(broadcasts.drafts.cancel),
    "broadcasts.card": for_organisers(broadcasts.drafts.card),
    "broadcasts.choices": for_organisers(broadcasts.segments.choose_one),
    "broadcasts.correct": for_organisers(broadcasts.changes.correct),
    "broadcasts.keep": for_organisers(broadcasts.changes.keep),
    "broadcasts.leave": for_organisers(broadcasts.drafts.leave),
    "broadcasts.link": for_organisers(broadcasts.links.add_session),
    "broadcasts.links": for_organisers(broadcasts.links.ask),
    "broadcasts.new": for_organisers(broadcasts.drafts.ask),
    "broadcasts.pause": for_organisers(broadcasts.progress.pause),
    "broadcasts.recall": for_organisers(broadcasts.changes.recall),
    "broadcasts.recipients": for_organisers(broadcasts.segments.choose),
    "broadcasts.report": for_organisers(broadcasts.progress.report),
    "broadcasts.resume": for_organisers(broadcasts.progress.resume),
    "broadcasts.rewrite": for_organisers(broadcasts.drafts.rewrite),
    "broadcasts.send": for_organisers(broadcasts.progress.send),
    "broadcasts.send_now": for_organisers(broadcasts.progress.send_now),
    "broadcasts.session": broadcasts.show_session,
    "broadcasts.sessions": for_organisers(broadcasts.links.choose_session),
    "broadcasts.status": for_organisers(broadcasts.progress.status),
    "broadcasts.stop": for_organisers(broadcasts.progress.stop),
    "broadcasts.time": for_organisers(broadcasts.schedule.ask),
    "broadcasts.to": for_organisers(broadcasts.segments.set_segment),
    "broadcasts.unlink": for_organisers(broadcasts.links.remove_all),
    "committee.leave": committee.leave,
    "corrections": for_organisers(corrections.begin),
    "corrections.ask": for_organisers(corrections.ask),
    "corrections.paper": for_organisers(corrections.paper),
    "corrections.person": for_organisers(corrections.person),
    "corrections.save_paper": for_organisers(corrections.save_paper),
    "faq": faq.show_list,
    "faq.entry": faq.show_entry,
    "faq.from_answer": for_organisers(faq.from_answer),
    "faq.edit": for_organisers(faq.edit),
    "faq.remove": for_organisers(faq.ask_remove),
    "faq.remove_yes": for_organisers(faq.remove),
    "feedback": feedback.show_list,
    "feedback.open": feedback.open_form,
    "feedback.ask": feedback.ask,
    "feedback.give": feedback.give,
    "feedback.rate": feedback.rate,
    "feedback.remove": feedback.take_back,
    "feedback.summary": feedback.summary,
    "helpdesk.pass_on": helpdesk.pass_on,
    "helpdesk.take": for_helpers(helpdesk.take),
    "helpdesk.release": for_helpers(helpdesk.release),
    "helpdesk.send_held": for_helpers(helpdesk.send_held),
    "helpdesk.drop_held": for_helpers(helpdesk.drop_held),
    "helpdesk.list": for_helpers(helpdesk.show_open),
    "helpdesk.card": for_helpers(helpdesk.send_card),
    "helpers": for_organisers(helpers.show),
    "helpers.join": helpers.join,
    "helpers.remove": for_organisers(helpers.remove),
    "helpers.renew": for_organisers(helpers.renew),
    "invitations.missing": for_organisers(invitations.missing),
    "invitations.turnout": for_organisers(invitations.turnout),
    "language": profile.choose_language,
    "language.set": profile.set_language,
    "lists": for_organisers(lists.choose),
    "lists.page": for_organisers(lists.choose),
    "lists.session": for_organisers(lists.show_session),
    "lists.day": for_organisers(lists.show_day),
    "lists.event": for_organisers(lists.show_event),
    "lists.send": for_organisers(lists.send),
    "materials": materials.show_all,
    "materials.session": materials.show_session,
    "materials.send": materials.send,
    "materials.tell": materials.tell,
    "participants": for_organisers(participants.show_page),
    "participants.page": for_organisers(participants.show_page),
    "participants.workbook": for_organisers(participants.workbook),
    "places": for_organisers(places.show),
    "places.accept": for_organisers(places.accept),
    "places.reject": for_organisers(places.reject),
    "polls": for_moderators(polls.show_list),
    "polls.one": for_moderators(polls.show_one),
    "polls.new": for_moderators(polls.begin),
    "polls.make": for_moderators(polls.make),
    "polls.open": for_moderators(polls.open_poll),
    "polls.close": for_moderators(polls.close_poll),
    "polls.discard": for_moderators(polls.discard),
    "polls.shows": for_moderators(polls.set_shows),
    "words": polls.ask_words,
    "profile": profile.show,
    "profile.reminders": profile.set_reminders,
    "profile.delete": profile.ask_delete,
    "profile.delete_yes": profile.delete,
    "proxy_signs": for_organisers(proxy_signs.show),
    "registration": registration.begin,
    "registration.back_to_seat": matching.back_to_seat,
    "registration.consent": registration.consent,
    "registration.cancel": registration.cancel,
    "registration.edit": registration.edit,
    "registration.my_name": registration.use_telegram_name,
    "registration.no_seat": matching.no_seat,
    "registration.official": matching.choose_official,
    "registration.region": registration.choose_region,
    "registration.represent": matching.represent,
    "registration.save": registration.save,
    "registration.seat": matching.choose_seat,
    "wall": for_organisers(wall.show),
    "wall.change": for_organisers(wall.change),
    "wall.change_yes": for_organisers(wall.change_confirmed),
    "spot_checks": for_organisers(spot_checks.show),
    "spot_checks.result": for_organisers(spot_checks.result),
    "spot_checks.start": for_organisers(spot_checks.start),
    "results": for_organisers(results.show_list),
    "results.form": for_organisers(results.show_form),
    "results.picture": for_organisers(results.picture),
    "results.pdf": for_organisers(results.report),
    "results.workbook": for_organisers(results.workbook),
    "stars": stars.show_list,
    "stars.mark": stars.mark,
    "teaching": for_organisers(teaching.show_list),
    "teaching.taught": for_organisers(teaching.show_taught),
    "teaching.group": for_organisers(teaching.show_group),
    "teaching.session": for_organisers(teaching.choose_session),
    "teaching.faq": for_organisers(teaching.choose_faq),
    "teaching.teach": for_organisers(teaching.teach),
    "teaching.write": for_organisers(teaching.write),
    "teaching.dismiss": for_organisers(teaching.dismiss),
    "teaching.undo": for_organisers(teaching.undo),
}

IN_GROUPS: Mapping[str, Page] = {
    **{
        name: COMMANDS[name]
        for name in ("agenda", "sekarang", "berikutnya", "panel", "materi", "faq", "pertanyaan")
    },
    **dict.fromkeys(("start", "menu", "bantuan", "help"), groups.welcome),
    "panitia_di_sini": committee.bind,
}
"""Commands that are carried out in a group; the others lead into the private chat."""

PRESSED_IN_GROUPS: Mapping[str, Page] = {
    menu.MENU: groups.welcome,
    **{
        action: page
        for action, page in ACTIONS.items()
        if action.startswith(("agenda", "answers.", "committee."))
        or (action.startswith("helpdesk.") and action != "helpdesk.pass_on")
        or action in ("faq", "faq.entry", "faq.from_answer", "materials", "materials.session")
    },
}
"""The same for buttons."""

Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]
PRIVATE = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
GROUP = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """All handlers, in the order in which they are asked."""
    return [
        CallbackQueryHandler(_press),
        CommandHandler(COMMANDS, _on_message(_command), PRIVATE),
        MessageHandler(PRIVATE & filters.COMMAND, _on_message(_unknown_command)),
        MessageHandler(PRIVATE & filters.TEXT, _on_message(conversation.hear)),
        MessageHandler(PRIVATE & ~filters.StatusUpdate.ALL, _on_message(conversation.hear_other)),
        MessageHandler(GROUP & filters.StatusUpdate.MIGRATE, groups.migrated),
        CommandHandler(COMMANDS, _on_message(_group_command), GROUP),
        MessageHandler(GROUP & ~filters.StatusUpdate.ALL, _on_message(groups.hear)),
        PollAnswerHandler(polls.voted),
        ChatMemberHandler(reachability.changed, ChatMemberHandler.MY_CHAT_MEMBER),
    ]


async def _command(context: Context) -> Reply:
    """One look-up for all of them: a handler a command would be asked one after another."""
    await conversation.turn_to(context)
    return await COMMANDS[_command_name(context)](context)


async def _group_command(context: Context) -> Reply:
    name = _command_name(context)
    page = IN_GROUPS.get(name) or groups.personal_command(name)
    return await page(context)


def _command_name(context: Context) -> str:
    command = context.message.entities[0]  # a letter of a script that Telegram does not count may follow it
    return (context.message.text or "")[1 : command.length].partition("@")[0].lower()


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
    if query is None or update.effective_chat is None:
        return
    await context.load()
    action, arguments = decode(query.data or "")
    if context.in_group:
        await show(context, await _pressed_in_group(context, action, arguments))
        return
    page = ACTIONS.get(action, _stale)
    await conversation.turn_to(context, action)
    try:
        reply = await (page if _fits(page, arguments) else _stale)(context, *arguments)
    except StaleButtonError:
        reply = await _stale(context)
    await show(context, reply)


async def _pressed_in_group(context: Context, action: str, arguments: tuple[str, ...]) -> Reply:
    """A page changes for all who read along; what is personal opens the private chat of who pressed."""
    page = PRESSED_IN_GROUPS.get(action)
    if page is None and action in ACTIONS:
        return groups.personal_button(context, action)
    try:
        if page is not None and _fits(page, arguments):
            return await page(context, *arguments)
    except StaleButtonError:
        pass
    return Notice(context.texts.label("groups.stale"), alert=True)


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
