"""Dated rate tables: their life from draft to superseded, their admin, the rate book they make."""
