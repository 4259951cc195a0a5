"""The kit every calculator is written with: traced amounts, dated rates, readings."""
