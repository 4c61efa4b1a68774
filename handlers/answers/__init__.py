"""Participants ask in their own words: free text to facet, sessions and answer.

Pure: no Telegram, no input or output, no clock. Built for any event file. The engines themselves, ``engine``
and ``taught``, are not imported here: with all their words they are read when somebody asks.
"""

from handlers.answers.conversation import Conversation, Facet
from handlers.answers.lessons import Lesson, key_of, without_numbers
from handlers.answers.model import Action, Answer, Aspect, Topic
from handlers.answers.rendering import render
from handlers.texts import plain

__all__ = [
    "Action",
    "Answer",
    "Aspect",
    "Conversation",
    "Facet",
    "Lesson",
    "Topic",
    "key_of",
    "plain",
    "render",
    "without_numbers",
]
