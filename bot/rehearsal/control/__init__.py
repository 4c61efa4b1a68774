"""The control side: what people do, what stands in their chats, the clock, the faults, the record."""
