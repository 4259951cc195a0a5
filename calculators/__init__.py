"""The calculators: pure Python, no Django, no I/O, no clock."""
