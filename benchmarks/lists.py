"""An attendance list of a thousand people as PDF, XLSX and CSV: seconds, size, and the memory it takes.

Each in a process of its own, with names and titles as officials have them; medians of five runs.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from statistics import median

from data.reports.attendance.formats import FORMATS, Format, render
from data.reports.attendance.roll import Entry, Letterhead, Roll, in_one_line_each

PEOPLE, LATE_EVERY, RUNS = 1000, 8, 5
LIMITS = {"pdf": (3.0, 200), "xlsx": (2.0, 200), "csv": (2.0, 200)}
LONG_NAME = "Prof. Dr. H. Raden Mas Muhammad Nur Rahmat Hidayatullah Sastrawinata, S.H., M.Si., Ph.D. ke"
LONG_TITLE = "Kepala Subbidang Fasilitasi Kelembagaan Partai Politik dan Organisasi Kemasyarakatan Wilayah"
CHILD = "import benchmarks.lists, sys; benchmarks.lists.measure(sys.argv[1], sys.argv[2] == 'long')"


def main() -> None:
    print(f"{f'a list of {PEOPLE:,}':34} {'seconds':>8} {'MB':>6} {'KB file':>8}   (medians of {RUNS})")
    for form in FORMATS:
        for length in ("usual", "long"):
            runs = [_measured(form, length) for _ in range(RUNS)]
            seconds, megabytes, size = (median(values) for values in zip(*runs, strict=True))
            name = f"{form.upper()}, {length} names and titles"
            print(f"{name:34} {seconds:8.2f} {megabytes:6.0f} {size / 1024:8.0f}")
        print(f"{'limit':34} {LIMITS[form][0]:8.2f} {LIMITS[form][1]:6}")


def _measured(form: Format, length: str) -> tuple[float, float, float]:
    command = [sys.executable, "-c", CHILD, form, length]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, megabytes, size = json.loads(done.stdout)
    return seconds, megabytes, size


def measure(form: Format, is_long: bool) -> None:
    """Prints seconds, megabytes and bytes of one file. The typesetter is a child: the larger one counts."""
    list_of_names = roll(PEOPLE, is_long=is_long)
    letterhead = Letterhead(("KEMENTERIAN DALAM NEGERI", "DITJEN POLPUM"), "Balikpapan", "Ketua Panitia")
    started = time.perf_counter()
    content = render(list_of_names, letterhead, "ABCD-EFGH-JKMN", form)
    seconds = time.perf_counter() - started
    peaks = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps([seconds, max(peaks) / 1024, len(content)]))


def roll(people: int, *, is_long: bool) -> Roll:
    """A list of a session with so many people."""
    start = datetime(2023, 2, 20, 10, 30, tzinfo=UTC)
    usual = Entry(
        session="Panel I: Perencanaan program",
        name="Drs. Budi Santoso, M.Si.",
        nip="198001012005011001",
        position="Kepala Bidang Ideologi dan Wawasan Kebangsaan",
        institution="Badan Kesatuan Bangsa dan Politik Kota Balikpapan",
        province="Kalimantan Timur",
        checked_in=start,
        checked_out=start + timedelta(hours=1),
        way="Kode ruangan",
    )
    long = replace(usual, name=LONG_NAME, position=LONG_TITLE, institution=LONG_TITLE)
    entries = [
        replace(
            one,
            name=f"{one.name} {number}",
            checked_in=start + timedelta(seconds=number),
            note="terlambat" if number % LATE_EVERY == 0 else "",
        )
        for one in (long if is_long else usual,)
        for number in range(people)
    ]
    return Roll(
        scope="session:panel-1",
        title=usual.session,
        event_code="contoh",
        event_title="Rapat Koordinasi",
        facts=(("Sesi", usual.session), ("Hari, tanggal", "Senin, 20 Februari 2023")),
        sessions=1,
        spans_days=False,
        rows=in_one_line_each(entries, range(people)),
        entries=tuple(entries),
        printed_at=start,
    )


if __name__ == "__main__":
    main()
