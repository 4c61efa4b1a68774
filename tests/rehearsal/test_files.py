"""Files: uploaded, resent, downloaded, grouped, and the limits."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.rehearsal import images
from bot.rehearsal.chat import Chat, Control
from bot.rehearsal.emulator import Emulator

from .conftest import TOKEN, Api, ApiRefusalError
from .pictures import gif, jpeg, png

MEGABYTE = 1024 * 1024


async def refusal(api: Api, method: str, **parameters: Any) -> str:
    with pytest.raises(ApiRefusalError) as failure:
        await api(method, **parameters)
    return failure.value.description


async def download(api: Api, file_id: str) -> bytes:
    file = await api("getFile", file_id=file_id)
    async with api.session.get(f"{api.url}/file/bot{api.token}/{file['file_path']}") as response:
        assert response.status == 200
        return await response.read()


async def test_a_document_is_kept_and_comes_back_byte_for_byte(api: Api, budi: Chat) -> None:
    content = bytes(range(256))
    message = await api(
        "sendDocument", chat_id=budi.id, document=("Materi 1.pdf", content), caption="*Materi*"
    )
    document = message["document"]
    assert document["file_name"] == "Materi 1.pdf"
    assert document["mime_type"] == "application/pdf"
    assert document["file_size"] == 256
    assert message["caption"] == "*Materi*"
    assert await download(api, document["file_id"]) == content


async def test_both_styles_of_upload_work(api: Api, budi: Chat) -> None:
    named = await api("sendDocument", chat_id=budi.id, document=("a.txt", b"a"))
    attached = await api("sendDocument", chat_id=budi.id, document="attach://part", part=("b.txt", b"b"))
    assert [message["document"]["file_name"] for message in (named, attached)] == ["a.txt", "b.txt"]


async def test_a_file_id_resends_and_its_unique_id_stays(api: Api, budi: Chat) -> None:
    first = (await api("sendDocument", chat_id=budi.id, document=("a.txt", b"a")))["document"]
    again = (await api("sendDocument", chat_id=budi.id, document=first["file_id"]))["document"]
    uploaded = (await api("sendDocument", chat_id=budi.id, document=("a.txt", b"a")))["document"]
    assert again == first == uploaded


async def test_a_file_id_belongs_to_one_bot_and_one_kind(api: Api, budi: Chat) -> None:
    file_id = (await api("sendDocument", chat_id=budi.id, document=("a.txt", b"a")))["document"]["file_id"]
    other = api.with_token("5:another-bot")
    wrong = "Bad Request: wrong file identifier/HTTP URL specified"
    assert await refusal(api, "sendDocument", chat_id=budi.id, document="nonsense") == wrong
    assert await refusal(api, "sendPhoto", chat_id=budi.id, photo=file_id) == (
        "Bad Request: can't use file of type Document as Photo"
    )
    assert await refusal(other, "getFile", file_id=file_id) == "Bad Request: invalid file_id"
    assert await refusal(api, "getFile", file_id="nonsense") == "Bad Request: invalid file_id"
    assert await refusal(api, "getFile") == "Bad Request: file_id not specified"


async def test_a_photo_has_several_sizes_the_largest_last(api: Api, budi: Chat) -> None:
    photo = (await api("sendPhoto", chat_id=budi.id, photo=("a.png", png(1000, 500))))["photo"]
    assert [(size["width"], size["height"]) for size in photo] == [
        (90, 45),
        (320, 160),
        (800, 400),
        (1000, 500),
    ]
    assert len({size["file_id"] for size in photo}) == 4
    assert await download(api, photo[-1]["file_id"]) == png(1000, 500)
    resent = (await api("sendPhoto", chat_id=budi.id, photo=photo[-1]["file_id"]))["photo"]
    assert resent == photo


async def test_any_size_of_a_photo_resends_the_whole(api: Api, budi: Chat) -> None:
    photo = (await api("sendPhoto", chat_id=budi.id, photo=("a.png", png(10, 10))))["photo"]
    assert [(size["width"], size["height"]) for size in photo] == [(5, 5), (10, 10)]
    assert (await api("sendPhoto", chat_id=budi.id, photo=photo[0]["file_id"]))["photo"] == photo


async def test_in_a_group_each_bot_has_its_own_id_for_a_file(api: Api, budi: Chat, control: Control) -> None:
    other = api.with_token("5:another-bot")
    await other("getMe")
    group = await control.group("Panitia", budi, type="supergroup", bot_status="administrator")
    await control.post("join", chat=group["id"], bot=other.token, status="administrator")
    await budi.inside(group).send("document", data=b"isi")
    ids = [
        [
            update["message"]["document"]["file_id"]
            for update in await one.updates()
            if "document" in update.get("message", {})
        ]
        for one in (api, other)
    ]
    assert ids[0] != ids[1]
    assert await download(api, ids[0][0]) == await download(other, ids[1][0]) == b"isi"


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (png(12, 34), (12, 34)),
        (jpeg(12, 34), (12, 34)),
        (gif(12, 34), (12, 34)),
        (b"RIFF\x00\x00\x00\x00WEBPVP8X" + bytes(8) + b"\x0b\x00\x00\x21\x00\x00", (12, 34)),
        (b"BM" + bytes(16) + b"\x0c\x00\x00\x00\xde\xff\xff\xff", (12, 34)),
        (b"plain text", None),
        (b"\xff\xd8\xff", None),
        (b"\x89PNG\r\n\x1a\n", None),
    ],
)
def test_the_size_of_a_picture_is_in_its_first_bytes(content: bytes, size: tuple[int, int] | None) -> None:
    assert images.size(content) == size


@pytest.mark.parametrize(
    ("photo", "description"),
    [
        (b"", "Bad Request: file must be non-empty"),
        (b"no picture", "Bad Request: IMAGE_PROCESS_FAILED"),
        (jpeg(9000, 1001), "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        (jpeg(2100, 100), "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        (
            jpeg(10, 10) + bytes(10 * MEGABYTE),
            f"Bad Request: file of size {10 * MEGABYTE + len(jpeg(10, 10))} bytes is too big for a photo; "
            "the maximum size is 10485760 bytes",
        ),
    ],
)
async def test_wrong_photos_are_refused(api: Api, budi: Chat, photo: bytes, description: str) -> None:
    assert await refusal(api, "sendPhoto", chat_id=budi.id, photo=("a.jpg", photo)) == description


async def test_what_is_larger_than_20_megabytes_cannot_be_downloaded(api: Api, budi: Chat) -> None:
    sent = await api("sendDocument", chat_id=budi.id, document=("a.bin", bytes(20 * MEGABYTE + 1)))
    assert (
        await refusal(api, "getFile", file_id=sent["document"]["file_id"]) == "Bad Request: file is too big"
    )


async def test_what_is_larger_than_50_megabytes_cannot_be_uploaded(api: Api, budi: Chat) -> None:
    assert await refusal(api, "sendDocument", chat_id=budi.id, document=("a", bytes(50 * MEGABYTE + 1))) == (
        "Request Entity Too Large"
    )


@pytest.mark.parametrize(
    ("method", "description"),
    [
        ("sendPhoto", "Bad Request: there is no photo in the request"),
        ("sendDocument", "Bad Request: there is no document in the request"),
        ("sendVideoNote", "Bad Request: there is no video note in the request"),
        ("sendSticker", "Bad Request: there is no sticker in the request"),
    ],
)
async def test_a_missing_file_is_named(api: Api, budi: Chat, method: str, description: str) -> None:
    assert await refusal(api, method, chat_id=budi.id) == description


@pytest.mark.parametrize(
    ("method", "field", "name"),
    [
        ("sendVideo", "video", "a.mp4"),
        ("sendAudio", "audio", "a.mp3"),
        ("sendVoice", "voice", "a.ogg"),
        ("sendAnimation", "animation", "a.gif"),
        ("sendVideoNote", "video_note", "a.mp4"),
        ("sendSticker", "sticker", "a.webp"),
    ],
)
async def test_other_kinds_of_files_are_messages_too(
    api: Api, budi: Chat, method: str, field: str, name: str
) -> None:
    message = await api(method, chat_id=budi.id, **{field: (name, gif(10, 20))})
    assert await download(api, message[field]["file_id"]) == gif(10, 20)


async def test_what_is_said_of_a_file_comes_back(api: Api, budi: Chat) -> None:
    video = await api(
        "sendVideo",
        chat_id=budi.id,
        video=("a.mp4", b"x"),
        duration=7,
        width=320,
        height=240,
        has_spoiler=True,
        caption="Sambutan",
        show_caption_above_media=True,
        thumbnail=("t.jpg", jpeg(32, 24)),
    )
    assert video["video"]["duration"] == 7
    assert video["video"]["thumbnail"]["width"] == 32
    assert video["has_media_spoiler"] is True
    assert video["show_caption_above_media"] is True
    audio = await api(
        "sendAudio", chat_id=budi.id, audio=("a.mp3", b"x"), performer="Paduan suara", title="Mars"
    )
    assert (audio["audio"]["performer"], audio["audio"]["title"]) == ("Paduan suara", "Mars")


async def test_a_gif_sent_as_a_document_is_an_animation(api: Api, budi: Chat) -> None:
    moving = await api("sendDocument", chat_id=budi.id, document=("a.gif", gif(10, 10)))
    assert moving["animation"]["file_id"] == moving["document"]["file_id"]
    still = await api(
        "sendDocument", chat_id=budi.id, document=("a.gif", gif(10, 10)), disable_content_type_detection=True
    )
    assert "animation" not in still


async def test_a_caption_is_at_most_1024_units(api: Api, budi: Chat) -> None:
    document = ("a.txt", b"a")
    await api("sendDocument", chat_id=budi.id, document=document, caption="x" * 1024)
    assert await refusal(api, "sendDocument", chat_id=budi.id, document=document, caption="x" * 1025) == (
        "Bad Request: message caption is too long"
    )


async def test_captions_and_media_are_edited(api: Api, budi: Chat) -> None:
    sent = await api("sendDocument", chat_id=budi.id, document=("a.txt", b"a"), caption="Lama")
    place = {"chat_id": budi.id, "message_id": sent["message_id"]}
    captioned = await api("editMessageCaption", **place, caption="<i>Baru</i>", parse_mode="HTML")
    assert captioned["caption_entities"] == [{"type": "italic", "offset": 0, "length": 4}]
    media = {"type": "photo", "media": "attach://p", "caption": "Foto"}
    changed = await api("editMessageMedia", **place, media=media, p=("p.png", png(10, 10)))
    assert "document" not in changed
    assert changed["caption"] == "Foto"
    assert changed["photo"][-1]["width"] == 10
    assert "not modified" in await refusal(
        api, "editMessageMedia", **place, media={**media, "media": changed["photo"][-1]["file_id"]}
    )


async def test_an_album_is_one_group_of_messages(api: Api, budi: Chat) -> None:
    media = [
        {"type": "photo", "media": "attach://one", "caption": "Hari pertama"},
        {"type": "photo", "media": "attach://two"},
    ]
    album = await api(
        "sendMediaGroup", chat_id=budi.id, media=media, one=("1.png", png(9, 9)), two=("2.png", png(8, 8))
    )
    assert len({message["media_group_id"] for message in album}) == 1
    assert [message["message_id"] for message in album] == [2, 3]
    assert [message.get("caption") for message in album] == ["Hari pertama", None]


@pytest.mark.parametrize(
    ("media", "description"),
    [
        (None, 'Bad Request: parameter "media" is required'),
        ({}, "Bad Request: expected an Array of InputMedia"),
        ([{"type": "photo", "media": "attach://p"}], "Bad Request: wrong number of items in the album"),
        ([{"type": "photo", "media": "attach://p"}] * 11, "Bad Request: wrong number of items in the album"),
        (["x", "x"], "Bad Request: can't parse InputMedia: expected an Object"),
        (
            [{"type": "photo", "media": "attach://q"}] * 2,
            "Bad Request: can't parse InputMedia: media not found",
        ),
        (
            [{"type": "cat", "media": "attach://p"}] * 2,
            'Bad Request: can\'t parse InputMedia: type "cat" is unsupported',
        ),
        (
            [{"type": "animation", "media": "attach://p"}] * 2,
            "Bad Request: can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup",
        ),
        (
            [{"type": "photo", "media": "attach://p"}, {"type": "document", "media": "attach://p"}],
            "Bad Request: can't use the media of the specified type in the album",
        ),
    ],
)
async def test_wrong_albums_are_refused(api: Api, budi: Chat, media: Any, description: str) -> None:
    given = {} if media is None else {"media": media}
    assert (
        await refusal(api, "sendMediaGroup", chat_id=budi.id, **given, p=("p.png", png(9, 9))) == description
    )


async def test_people_send_files_to_the_bot(api: Api, budi: Chat) -> None:
    await budi.send("document", data=b"isi", file_name="laporan.docx", caption="Laporan")
    await budi.send("photo", data=png(400, 300))
    await budi.send("sticker", emoji="👍")
    document, photo, sticker = (update["message"] for update in await api.updates())
    assert document["document"]["file_name"] == "laporan.docx"
    assert document["caption"] == "Laporan"
    assert await download(api, document["document"]["file_id"]) == b"isi"
    assert [size["width"] for size in photo["photo"]] == [90, 320, 400]
    assert sticker["sticker"]["emoji"] == "👍"


async def test_the_page_gets_files_with_their_name_and_type(
    api: Api, budi: Chat, control: Control, emulator: Emulator
) -> None:
    sent = await api("sendDocument", chat_id=budi.id, document=("Materi é.pdf", b"%PDF"))
    url = f"{emulator.url}/_emulator/files/{sent['document']['file_id']}"
    async with api.session.get(url, params={"bot": TOKEN}) as response:
        assert await response.read() == b"%PDF"
        assert response.content_type == "application/pdf"
        assert response.headers["Content-Disposition"] == "inline; filename*=UTF-8''Materi%20%C3%A9.pdf"
    async with api.session.get(f"{emulator.url}/_emulator/files/nonsense") as response:
        assert response.status == 400


async def test_a_path_that_is_not_there_is_not_found(api: Api, emulator: Emulator) -> None:
    async with api.session.get(f"{emulator.url}/file/bot{TOKEN}/documents/file_9.txt") as response:
        assert response.status == 404
    async with api.session.get(f"{emulator.url}/file/botnonsense/documents/file_9.txt") as response:
        assert response.status == 401


@pytest.fixture
async def site() -> AsyncIterator[str]:
    """A site with a picture, a text and nothing else."""

    async def picture(request: web.Request) -> web.Response:
        return web.Response(body=png(20, 10), content_type="image/png")

    async def text(request: web.Request) -> web.Response:
        return web.Response(text="Halo")

    application = web.Application()
    application.add_routes([web.get("/foto.png", picture), web.get("/halo.txt", text)])
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def test_files_are_sent_by_their_url(api: Api, budi: Chat, site: str) -> None:
    photo = await api("sendPhoto", chat_id=budi.id, photo=f"{site}/foto.png?x=1")
    document = await api("sendDocument", chat_id=budi.id, document=f"{site}/halo.txt")
    assert photo["photo"][-1]["width"] == 20
    assert document["document"]["file_name"] == "halo.txt"
    assert await refusal(api, "sendPhoto", chat_id=budi.id, photo=f"{site}/halo.txt") == (
        "Bad Request: wrong type of the web page content"
    )
    assert await refusal(api, "sendPhoto", chat_id=budi.id, photo=f"{site}/none.png") == (
        "Bad Request: failed to get HTTP URL content"
    )


async def test_the_record_describes_files_without_their_bytes(api: Api, budi: Chat, control: Control) -> None:
    await api("sendDocument", chat_id=budi.id, document=("a.txt", b"abc"))
    [call] = await control.calls(method="sendDocument")
    assert call["params"]["document"] == {
        "file_name": "a.txt",
        "content_type": "text/plain",
        "size": 3,
    }
    json.dumps(call)


async def test_page_uploads_by_a_form(budi: Chat, api: Api, emulator: Emulator) -> None:
    form = aiohttp.FormData({"user": str(budi.id), "kind": "document", "bot": TOKEN})
    form.add_field("file", b"isi", filename="a.txt")
    async with api.session.post(f"{emulator.url}/_emulator/send", data=form) as response:
        assert response.status == 200
    assert (await api.updates())[0]["message"]["document"]["file_name"] == "a.txt"
