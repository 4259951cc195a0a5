"""The Django side of SellerDesk."""
