"""Read pages that exist in Chinese and English, and compare what the two say."""
