"""What a limit is made of: how densely messages may follow each other, and how much of that is used."""

from __future__ import annotations

from bisect import bisect_left, insort

SLOWEST = 0.25
"""The part of the allowed rate that is left after the worst: nobody waits longer than a handler may."""

MILD_SECONDS = 5.0
"""A shorter pause is Telegram's nudge: a little less is enough then."""

STEP_DOWN, MILD_STEP_DOWN = 0.9, 0.98
AFRESH, MILD_AFRESH = 0.5, 0.85
"""The part of the present rate to begin with after the pause."""
RECOVERY_SECONDS, MILD_RECOVERY_SECONDS = 30.0, 10.0
"""From there to the whole of it."""

RELAX_PER_SECOND = 0.1 / 600
"""How fast the rate itself grows back."""

ROUND_TRIP_SECONDS = 30.0
"""A round trip is remembered for once to twice as long: the way to Telegram may change."""


class Bucket:
    """Generic cell rate algorithm: ``burst`` at once, then ``rate`` a second. A part of one is some slack."""

    def __init__(self, rate: float, burst: float) -> None:
        self._interval = 1 / rate
        self._tolerance = (burst - 1) * self._interval
        self._next = float("-inf")

    def ready_at(self, now: float) -> float:
        """The earliest instant for the next one; not after ``now`` when it may go at once."""
        return max(now, self._next - self._tolerance)

    def take(self, now: float, part: float = 1.0) -> None:
        """One goes; the next one after the interval of that part of the rate."""
        self._next = max(self._next, now) + self._interval / part

    def use_up_burst(self, instant: float) -> None:
        """From that instant on, one an interval."""
        self._next = max(self._next, instant + self._tolerance)

    def is_idle(self, now: float) -> bool:
        return self._next <= now

    def is_pressed(self, now: float) -> bool:
        """Whether more has gone lately than the rate allows for long."""
        return self._next - now > self._interval


class Window:
    """At most ``limit`` in any ``seconds``."""

    def __init__(self, limit: int, seconds: float) -> None:
        self._limit = limit
        self._seconds = seconds
        self._instants: list[float] = []

    def ready_at(self, now: float, later: float = 0.0) -> float:
        """When there is a place, or so much after one has become free."""
        if len(self._instants) < self._limit:
            return now
        return max(now, self._instants[0] + self._seconds + later)

    def take(self, now: float, part: float = 1.0) -> None:  # noqa: ARG002 - as a Bucket's
        insort(self._instants, now)
        del self._instants[: -self._limit]

    def correct(self, taken_at: float, instant: float) -> None:
        """What was taken then counts as later: it left late, or was long on its way."""
        place = bisect_left(self._instants, taken_at)
        if place < len(self._instants) and self._instants[place] == taken_at:
            del self._instants[place]
            insort(self._instants, instant)

    def is_pressed(self, now: float) -> bool:
        """Whether at least half of the limit has gone in the last ``seconds``."""
        recent = sum(now - instant < self._seconds for instant in self._instants)
        return 2 * recent >= self._limit


class Courtesy:
    """Of a window each place that becomes free is left to others for so many seconds."""

    def __init__(self, window: Window, seconds: float) -> None:
        self._window = window
        self._seconds = seconds

    def ready_at(self, now: float) -> float:
        return self._window.ready_at(now, self._seconds)


class RoundTrip:
    """The shortest of late: what a call needs where nothing holds it up."""

    def __init__(self) -> None:
        self._since = float("-inf")
        self._shortest = self._shortest_before = float("inf")

    def measured(self, now: float, seconds: float) -> None:
        if now - self._since > ROUND_TRIP_SECONDS:
            self._since = now
            self._shortest_before, self._shortest = self._shortest, float("inf")
        self._shortest = min(self._shortest, seconds)

    @property
    def shortest(self) -> float:
        """Seconds."""
        return min(self._shortest, self._shortest_before)


class Caution:
    """The part of the allowed rate that is used: less after a refusal, then nearly as much as before."""

    def __init__(self) -> None:
        self._ceiling = 1.0
        self._is_mild = True
        self._refused_until = float("-inf")

    def part(self, now: float) -> float:
        since = now - self._refused_until
        if since == float("inf"):
            return 1.0
        grown = min(1.0, self._ceiling + max(0.0, since) * RELAX_PER_SECOND)
        afresh = MILD_AFRESH if self._is_mild else AFRESH
        recovery = MILD_RECOVERY_SECONDS if self._is_mild else RECOVERY_SECONDS
        return max(SLOWEST, grown * min(1.0, afresh + (1 - afresh) * max(0.0, since) / recovery))

    def refused(self, now: float, until: float) -> None:
        """What was on its way together is refused together, and counts once."""
        if now >= self._refused_until:
            is_mild = until - now < MILD_SECONDS
            self._ceiling = max(SLOWEST, (MILD_STEP_DOWN if is_mild else STEP_DOWN) * self.part(now))
            self._is_mild = is_mild
        self._refused_until = max(self._refused_until, until)

    def shift(self, seconds: float) -> None:
        """The clock has been set back by so much."""
        self._refused_until -= seconds
