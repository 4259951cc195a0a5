"""Rooms of law and of fees shared by the slices of the catalogue."""
