"""What the languages of the participants offer: words and phrases as plain data, nothing of any event."""
