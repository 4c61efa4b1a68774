"""The command line: commands, nothing else. What each does is imported when it is called."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Coroutine
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from data.errors import RakorError

DEFAULT_CONFIG = Path("config.toml")
DEFAULT_PORT = 8081
INTERRUPTED = 130
"""The shell's exit status for Ctrl-C."""

config_option = click.option(
    "--config", "config", type=click.Path(path_type=Path), default=DEFAULT_CONFIG, show_default=True
)
event_argument = click.argument("event", type=click.Path(path_type=Path))


class Moment(click.ParamType[datetime]):
    """ISO 8601; without an offset it is the event's own time."""

    name = "iso"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no time such as 2023-02-20T10:30 or 2023-02-20T10:30+08:00", param, ctx)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--verbose", is_flag=True, help="Log more.")
def rakor(verbose: bool) -> None:
    """A Telegram bot for the participants of a Rakor."""
    logging.basicConfig(
        level=logging.INFO if verbose else logging.WARNING,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        stream=sys.stderr,
    )
    for name in ("httpx", "apscheduler"):  # httpx would log the token in its URLs
        logging.getLogger(name).setLevel(logging.WARNING)


@rakor.command()
@event_argument
def check(event: Path) -> None:
    """Check an event file: every finding at once."""
    from data.checks import check as findings_in

    findings = findings_in(event)
    for finding in findings:
        click.echo(str(finding))
    if any(finding.severity == "error" for finding in findings):
        raise SystemExit(1)


@rakor.command()
@click.option("--event", type=click.Path(path_type=Path), help="Event file (default: the sample).")
@click.option("--at", type=Moment(), help="The time it begins with (default: 07.00 on the first day).")
@click.option("--port", type=click.IntRange(0, 65535), default=DEFAULT_PORT, show_default=True)
@click.option("--speed", type=click.FloatRange(0, 100_000), default=1.0, show_default=True)
@click.option(
    "--database", type=click.Path(path_type=Path), help="Keep this database (default: one of its own)."
)
def demo(event: Path | None, at: datetime | None, port: int, speed: float, database: Path | None) -> None:
    """Emulator, bot and wall on this machine; no token needed."""
    from bot.demo import SAMPLE_EVENT, Wishes
    from bot.demo import demo as run_demo

    _run(run_demo(Wishes(event or SAMPLE_EVENT, at, port, speed, database)))


@rakor.command()
@config_option
def run(config: Path) -> None:
    """Run the bot."""
    from bot.config import load
    from bot.serve import run as serve

    _run(serve(load(config)))


@rakor.command()
@click.option("--port", type=click.IntRange(0, 65535), default=DEFAULT_PORT, show_default=True)
def emulator(port: int) -> None:
    """The Bot API emulator alone, for any bot."""
    from bot.rehearsal.alone import serve

    _run(serve(port))


@rakor.command()
@config_option
def codes(config: Path) -> None:
    """The check-in code and link of each session."""
    from bot.codes import listed
    from bot.config import load

    for line in _run(listed(load(config))):
        click.echo(line)


@rakor.group()
def report() -> None:
    """What the meeting came to, into files."""


@report.command("attendance")
@click.option("--session", help="The id of one session.")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="One day. (Default: the whole event.)")
@click.option(
    "--format", "form", type=click.Choice(["pdf", "xlsx", "csv"]), help="Default: as the file's name ends."
)
@click.option("--output", type=click.Path(path_type=Path), help="The file; - for stdout.")
@config_option
def report_attendance(
    session: str | None, day: datetime | None, form: str | None, output: Path | None, config: Path
) -> None:
    """The attendance list of a session, a day or the event."""
    from bot.config import load
    from bot.reporting import attendance

    if session and day:
        raise click.UsageError("Give --session or --day, not both.")
    date = day.date() if day else None
    click.echo(_run(attendance(load(config), session, date, form, output)), err=True)


@report.command("verify")
@click.argument("code")
@config_option
def report_verify(code: str, config: Path) -> None:
    """Whether a printed list is ours, and has the same content still."""
    from bot.config import load
    from bot.reporting import verify

    for line in _run(verify(load(config), code)):
        click.echo(line)


@report.command("feedback")
@click.option(
    "--format", "form", type=click.Choice(["pdf", "xlsx"]), help="Default: as the file's name ends."
)
@click.option("--output", type=click.Path(path_type=Path), required=True, help="The file to write.")
@click.option("--language", type=click.Choice(["id", "en"]), default="id", show_default=True)
@config_option
def report_feedback(form: Any, output: Path, language: Any, config: Path) -> None:
    """Feedback, questions and polls: a report to print, or the rows behind it."""
    from bot.config import load
    from bot.reporting import feedback

    _run(feedback(load(config), form, output, language))


@rakor.command("import")
@event_argument
@config_option
def import_event(event: Path, config: Path) -> None:
    """Read an event file into the database; a running bot takes it over."""
    from bot.config import load
    from bot.importing import take

    click.echo(_run(take(load(config), event)), err=True)


@rakor.command()
@click.argument("file", type=click.Path(path_type=Path))
@config_option
def invite(file: Path, config: Path) -> None:
    """Read the invited list (XLSX) into the database, also while the bot runs."""
    from bot.config import load
    from bot.inviting import take

    click.echo(_run(take(load(config), file)), err=True)


@rakor.command()
@config_option
def doctor(config: Path) -> None:
    """Look at everything the bot needs, and say what to do."""
    from bot.doctor import examine

    async def examined() -> bool:
        is_well = True
        async for diagnosis in examine(config):
            click.echo(str(diagnosis))
            is_well = is_well and diagnosis.state != "error"
        return is_well

    if not _run(examined()):
        raise SystemExit(1)


@rakor.command()
@click.argument("question", required=False)
@click.option("--event", type=click.Path(path_type=Path), required=True, help="Event file.")
@click.option("--at", type=Moment(), help="The time of the question (default: now).")
@click.option("--json", "as_json", is_flag=True, help="The whole answer as JSON.")
@click.option(
    "--batch", type=click.Path(path_type=Path), help="JSON Lines of questions; one line out for each."
)
@click.option("--explain", is_flag=True, help="Also how the engine came to its answer.")
@click.option(
    "--score", is_flag=True, help="Of a batch that says what it expects: how much is right, by facet."
)
def ask(
    question: str | None,
    event: Path,
    at: datetime | None,
    as_json: bool,
    batch: Path | None,
    explain: bool,
    score: bool,
) -> None:
    """Ask the answer engine alone."""
    from bot.asking import answer_batch, answer_one, explain_one, score_batch

    if (question is None) == (batch is None):
        raise click.UsageError("Give a question, or --batch FILE.")
    if (score and batch is None) or (explain and (batch is not None or as_json)):
        raise click.UsageError("--score goes with --batch, --explain with one question and without --json.")
    try:
        if batch is not None:
            for line in score_batch(event, batch) if score else answer_batch(event, batch):
                click.echo(line)
        elif question is not None and explain:
            for line in explain_one(event, question, at):
                click.echo(line)
        elif question is not None:
            click.echo(answer_one(event, question, at, as_json=as_json))
    except RakorError as error:
        _give_up(error)


def main() -> None:
    """The console script."""
    try:
        rakor()
    except RakorError as error:
        _give_up(error)
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None


def _run(work: Coroutine[Any, Any, Any]) -> Any:
    try:
        return asyncio.run(work)
    except (KeyboardInterrupt, asyncio.CancelledError):
        raise SystemExit(INTERRUPTED) from None


def _give_up(error: RakorError) -> None:
    for line in str(error).splitlines():
        click.echo(line, err=True)
    raise SystemExit(1)
