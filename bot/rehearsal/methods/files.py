"""Files that the bot fetches."""

from __future__ import annotations

from bot.rehearsal.errors import bad_request
from bot.rehearsal.methods.call import Call
from bot.rehearsal.model import Json
from bot.rehearsal.model.files import MAX_DOWNLOAD_BYTES


def get_file(call: Call) -> Json:
    file_id = call.parameters.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    file = call.state.files.find(file_id, call.bot.id)
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.content) > MAX_DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {
        "file_id": file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
        "file_path": file.path,
    }
