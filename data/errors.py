"""The base of everything a person can cause and mend."""


class RakorError(Exception):
    """Its text is a sentence for the person: what happened, and what to do."""
