"""Materials: files inside the event file's folder that Telegram can send."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

from data.checks.draft import EventDraft
from data.checks.finding import Issue, Issues, Spot, error, warning
from data.checks.wording import nearest, quoted

LARGEST_UPLOAD_BYTES = 50 * 1024 * 1024
"""https://core.telegram.org/bots/api#sending-files"""


def sendable_materials(draft: EventDraft) -> Issues:
    for session in draft.sessions:
        for material in session.drafts("materials"):
            name = material.text("file")
            issue = _issue(draft.folder, name, material.at("file")) if name else None
            if issue:
                yield issue


def _issue(folder: Path, name: str, spot: Spot) -> Issue | None:
    if Path(name).is_absolute() or PureWindowsPath(name).anchor:
        return error(spot, f"{quoted(name)} is an absolute path: write it relative to the event file")
    if "\\" in name:
        return error(spot, f"{quoted(name)} has a backslash: write / between folder and file")
    try:
        return _issue_on_disk(folder, name, spot)
    except (OSError, ValueError, RuntimeError):  # no permission, a NUL in the name, a loop of links
        return error(spot, f"{quoted(name)} cannot be read: correct the name or the file's permissions")


def _issue_on_disk(folder: Path, name: str, spot: Spot) -> Issue | None:
    file = (folder / name).resolve()
    if not file.is_relative_to(folder.resolve()):
        return error(spot, f"{quoted(name)} leaves the folder of the event file: put the file inside it")
    if not file.exists():
        return warning(spot, f"there is no file {quoted(name)}: {_advice(file)}")
    if not file.is_file():
        return error(spot, f"{quoted(name)} is no file: name a file such as a PDF")
    return _size_issue(file.stat().st_size, name, spot)


def _advice(file: Path) -> str:
    neighbours = [path.name for path in file.parent.iterdir()] if file.parent.is_dir() else []
    meant = nearest(file.name, neighbours)
    return f"did you mean {quoted(meant)}?" if meant else "add it before the event, or correct the name"


def _size_issue(size: int, name: str, spot: Spot) -> Issue | None:
    if size == 0:
        return error(spot, f"{quoted(name)} is empty, which Telegram refuses: put the real file there")
    if size > LARGEST_UPLOAD_BYTES:
        megabytes = size / (1024 * 1024)
        return error(spot, f"{quoted(name)} has {megabytes:.0f} MB, Telegram takes 50 MB: make it smaller")
    return None
