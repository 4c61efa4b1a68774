"""What can go wrong with a document."""

from data.errors import RakorError


class TypesettingError(RakorError):
    """The PDF could not be made."""
