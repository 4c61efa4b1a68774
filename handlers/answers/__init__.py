"""Participants ask in their own words: free text to facet, sessions and answer.

Pure: no Telegram, no input or output, no clock. Built for any event file.
"""

from handlers.answers.conversation import Conversation, Facet
from handlers.answers.engine import Engine
from handlers.answers.model import Action, Answer, Aspect, Topic
from handlers.answers.rendering import render
from handlers.answers.taught import Lesson, TaughtEngine, key_of, without_numbers
from handlers.texts import plain

__all__ = [
    "Action",
    "Answer",
    "Aspect",
    "Conversation",
    "Engine",
    "Facet",
    "Lesson",
    "TaughtEngine",
    "Topic",
    "key_of",
    "plain",
    "render",
    "without_numbers",
]
