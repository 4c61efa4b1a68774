"""The configuration: everything that is wrong is said at once, with its file and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import time
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.config import TOKEN_VARIABLE, ConfigError, Settings, load
from data.quiet_hours import QuietHours
from data.reminder_plan import Rules

EXAMPLE = Path(__file__).parents[1] / "config.example.toml"
TOKEN = "123456:a-token-of-the-configuration"
SMALLEST = f"""
[telegram]
token = "{TOKEN}"
[event]
file = "acara.toml"
"""

Loader = Callable[..., Settings]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


@pytest.fixture
def loaded(path: Path) -> Loader:
    def load_text(text: str, environment: Mapping[str, str] | None = None) -> Settings:
        path.write_text(text, encoding="utf-8")
        return load(path, environment or {})

    return load_text


@pytest.fixture
def example() -> str:
    if not EXAMPLE.exists():
        pytest.skip("config.example.toml is not beside the tests")
    return EXAMPLE.read_text(encoding="utf-8")


def problems(loaded: Loader, text: str) -> list[str]:
    """One line each, without the name of the file."""
    with pytest.raises(ConfigError) as caught:
        loaded(text)
    lines = str(caught.value).splitlines()
    assert all(re.match(r"\S*config\.toml: ", line) for line in lines), lines
    return [line.partition("config.toml: ")[2] for line in lines]


def keys(model: type[BaseModel]) -> set[str]:
    """All keys that the configuration knows, as ``section.key``."""
    return {
        f"{section}.{key}"
        for section, field in model.model_fields.items()
        for key in field.annotation.model_fields  # type: ignore[union-attr]
    }


# ----------------------------------------------------------------------------- the example


def test_the_example_needs_nothing_but_a_token(example: str, loaded: Loader) -> None:
    settings = loaded(example, {TOKEN_VARIABLE: TOKEN})
    assert settings.telegram.token.get_secret_value() == TOKEN


def test_the_example_shows_the_defaults(example: str, loaded: Loader) -> None:
    given, smallest = loaded(example, {TOKEN_VARIABLE: TOKEN}), loaded(SMALLEST)
    for section in Settings.model_fields.keys() - {"event"}:
        assert getattr(given, section) == getattr(smallest, section), section


def test_the_example_names_every_key(example: str) -> None:
    uncommented = re.sub(r"^# (\w+ = )", r"\1", example, flags=re.MULTILINE)
    document = tomllib.loads(uncommented)
    assert {f"{section}.{key}" for section, table in document.items() for key in table} == keys(Settings)


def test_the_example_explains_every_section(example: str) -> None:
    blocks = re.findall(r"^\[\w+\]\n((?:.+\n)+)", example, re.MULTILINE)
    assert len(blocks) == len(Settings.model_fields)
    assert all(re.match(r"# (?!\w+ =)", block) for block in blocks)


def test_the_event_of_the_example_is_there(example: str) -> None:
    assert (EXAMPLE.parent / tomllib.loads(example)["event"]["file"]).is_file()


# -------------------------------------------------------------------------------- what is right


def test_token_and_event_are_enough(loaded: Loader, path: Path) -> None:
    settings = loaded(SMALLEST)
    assert settings.telegram.token.get_secret_value() == TOKEN
    assert settings.telegram.base_url == "https://api.telegram.org"
    assert settings.telegram.mode == "polling"
    assert settings.event.file == path.parent / "acara.toml"
    assert settings.web.port is None
    assert settings.rehearsal.clock is False


def test_relative_paths_start_at_the_folder_of_the_file(
    loaded: Loader, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path.parent / "elsewhere").mkdir()
    monkeypatch.chdir(path.parent / "elsewhere")
    settings = loaded(SMALLEST + '[database]\npath = "data/rakor.db"\n')
    assert settings.database.path == path.parent / "data" / "rakor.db"
    assert settings.event.file == path.parent / "acara.toml"
    monkeypatch.chdir(path.parent)
    assert load(Path("config.toml"), {}).database.path == path.parent / "data" / "rakor.db"


def test_absolute_paths_stay(loaded: Loader, tmp_path: Path) -> None:
    elsewhere = tmp_path.parent / "rakor.db"
    assert loaded(f'{SMALLEST}[database]\npath = "{elsewhere}"\n').database.path == elsewhere


def test_the_token_may_come_from_the_environment(loaded: Loader) -> None:
    for text in ('[event]\nfile = "acara.toml"\n', SMALLEST.replace(TOKEN, "")):
        assert loaded(text, {TOKEN_VARIABLE: TOKEN}).telegram.token.get_secret_value() == TOKEN


def test_the_token_of_the_file_goes_before_the_environments(loaded: Loader) -> None:
    settings = loaded(SMALLEST, {TOKEN_VARIABLE: "99:another-one-altogether"})
    assert settings.telegram.token.get_secret_value() == TOKEN


def test_the_token_is_not_shown(loaded: Loader) -> None:
    settings = loaded(SMALLEST)
    assert TOKEN not in f"{settings!r} {settings} {settings.model_dump_json()}"


@pytest.mark.parametrize(
    ("given", "root"),
    [
        ("http://127.0.0.1:8081", "http://127.0.0.1:8081"),
        ("http://127.0.0.1:8081/", "http://127.0.0.1:8081"),
        ("https://api.telegram.org/bot", "https://api.telegram.org"),
        ("https://proxy.example.go.id/telegram", "https://proxy.example.go.id/telegram"),
    ],
)
def test_the_address_of_the_bot_api_is_its_root(loaded: Loader, given: str, root: str) -> None:
    text = SMALLEST.replace("[telegram]", f'[telegram]\nbase_url = "{given}"')
    assert loaded(text).telegram.base_url == root


def test_reminders_are_set_in_minutes(loaded: Loader) -> None:
    text = SMALLEST + '[reminders]\nminutes_before = 10\nfeedback_minutes_after = 5\nkinds = ["panel"]\n'
    assert loaded(text).reminders.rules() == Rules(600, frozenset({"panel"}), 300)


@pytest.mark.parametrize(
    ("lines", "quiet"),
    [
        ('quiet_from = "22.30"\nquiet_until = "05:00"', QuietHours(time(22, 30), time(5))),
        ('quiet_from = "00.00"\nquiet_until = "04.30"', QuietHours(time(0), time(4, 30))),
        ('quiet_from = ""\nquiet_until = ""', None),
        ("", QuietHours(time(21), time(6))),
    ],
)
def test_quiet_hours_are_set_by_the_clock(loaded: Loader, lines: str, quiet: QuietHours | None) -> None:
    assert loaded(f"{SMALLEST}[reminders]\n{lines}\n").reminders.rules().quiet == quiet


def test_zero_is_a_limit(loaded: Loader) -> None:
    limits = loaded(SMALLEST + "[limits]\nper_second = 0\nper_chat = 0\nper_group_minute = 0\n").limits
    assert (limits.per_second, limits.per_chat, limits.per_group_minute) == (0, 0, 0)


# -------------------------------------------------------------------------------- what is wrong


def test_everything_that_is_wrong_is_said_at_once(loaded: Loader) -> None:
    text = """
        colour = "merah"
        [telegram]
        tokn = "salah ketik"
        mode = "carrier pigeon"
        base_url = "127.0.0.1:8081"
        [organisers]
        ids = ["panitia"]
        [web]
        port = 70000
        [limits]
        per_second = -1
        [rehearsal]
        clock = "mungkin"
        [reminders]
        kinds = ["panel", "pesta"]
    """
    found = problems(loaded, text)
    by_key = {line.partition(": ")[0]: line.partition(": ")[2] for line in found}
    assert len(by_key) == len(found)
    assert by_key.keys() >= {
        "colour",
        "telegram.tokn",
        "telegram.mode",
        "telegram.base_url",
        "event",
        "web.port",
        "limits.per_second",
        "rehearsal.clock",
    }
    assert any(key.startswith("organisers.ids") for key in by_key)
    assert any(key.startswith("reminders.kinds") for key in by_key)
    assert "no such key" in by_key["colour"]
    assert "no such key" in by_key["telegram.tokn"]
    assert "missing" in by_key["event"]
    assert "polling" in by_key["telegram.mode"]
    assert "https://api.telegram.org" in by_key["telegram.base_url"]


@pytest.mark.parametrize(
    ("section", "line"),
    [
        ("telegram", "token = 123456"),
        ("telegram", "webhook_port = -1"),
        ("telegram", 'webhook_secret = "short"'),
        ("database", "path = 3"),
        ("organisers", "ids = 9001"),
        ("organisers", "ids = [1.5]"),
        ("organisers", "group = 12"),
        ("organisers", 'group = "-12"'),
        ("organisers", "remind_minutes = -1"),
        ("web", "port = 80.5"),
        ("web", 'public_url = "rakor"'),
        ("limits", 'per_chat = "satu"'),
        ("reminders", "minutes_before = -5"),
        ("reminders", "minutes_before = 10000"),
        ("reminders", 'quiet_from = "24.30"'),
        ("reminders", "quiet_until = 6.30"),
        ("reminders", 'quiet_from = ""'),
        ("reminders", 'quiet_from = "06.00"'),
        ("reminders", 'skip_present = "ya"'),
        ("rehearsal", "clock = 2"),
    ],
)
def test_a_wrong_value_is_named_by_its_key(loaded: Loader, section: str, line: str) -> None:
    tables = {"telegram": f'token = "{TOKEN}"', "event": 'file = "acara.toml"', section: line}
    text = "".join(f"[{name}]\n{content}\n" for name, content in tables.items())
    (problem,) = problems(loaded, text)
    assert problem.startswith(f"{section}.{line.partition(' ')[0]}")


def test_a_table_where_a_value_belongs_is_said_and_not_stumbled_over(loaded: Loader) -> None:
    found = problems(loaded, 'telegram = "x"\nevent = 3\n')
    assert [line.partition(": ")[0] for line in found] == ["telegram", "event"]


def test_a_webhook_needs_its_address_and_its_secret(loaded: Loader) -> None:
    text = SMALLEST.replace("[telegram]", '[telegram]\nmode = "webhook"')
    assert problems(loaded, text) == ['telegram.mode: "webhook" needs webhook_url and webhook_secret']


@pytest.mark.parametrize("url", ["https://api.telegram.org", "http://10.0.0.5:8081"])
def test_only_an_emulator_on_this_machine_sets_the_clock(loaded: Loader, url: str) -> None:
    text = SMALLEST.replace("[telegram]", f'[telegram]\nbase_url = "{url}"') + "[rehearsal]\nclock = true\n"
    (problem,) = problems(loaded, text)
    assert problem.startswith("rehearsal.clock: ")
    assert "this machine" in problem


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_an_emulator_on_this_machine_may_set_the_clock(loaded: Loader, host: str) -> None:
    text = SMALLEST.replace("[telegram]", f'[telegram]\nbase_url = "http://{host}:8081"')
    assert loaded(text + "[rehearsal]\nclock = true\n").rehearsal.clock is True


def test_a_missing_file_says_where_to_begin(path: Path) -> None:
    with pytest.raises(ConfigError, match=r"config\.toml: there is no such file.*config\.example\.toml"):
        load(path, {})


def test_a_file_that_is_no_toml_is_named_with_its_line(loaded: Loader) -> None:
    (problem,) = problems(loaded, "[telegram]\ntoken = \n")
    assert "line 2" in problem


def test_a_file_that_is_no_text_is_named(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match=r"config\.toml: cannot be read"):
        load(path, {})


def test_a_folder_in_place_of_the_file_is_named(path: Path) -> None:
    path.mkdir()
    with pytest.raises(ConfigError, match=r"config\.toml: cannot be read"):
        load(path, {})
