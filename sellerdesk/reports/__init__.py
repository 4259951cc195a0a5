"""The documents: PDF, workbook, data."""
