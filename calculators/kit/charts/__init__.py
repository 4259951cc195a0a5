"""Charts of a result: declared by a calculator (specs), filled (present), drawn (draw)."""
