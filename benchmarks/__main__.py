"""Runs every benchmark, or those named: ``python -m benchmarks start emulator``."""

from __future__ import annotations

import importlib
import sys

ALL = ("start", "answers", "elsewhere", "emulator", "delivery", "rush", "broadcast", "growth", "lists")

for name in sys.argv[1:] or ALL:
    importlib.import_module(f"benchmarks.{name}").main()
