"""The methods of the Bot API, one module a family; ``registry`` maps names to them."""
