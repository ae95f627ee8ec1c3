print("Your turn.")
