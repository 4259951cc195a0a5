"""A column of results over a whole file of rows."""

from sellerdesk.desk.columns.files import write

__all__ = ["write"]
