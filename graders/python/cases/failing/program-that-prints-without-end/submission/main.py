while True:
    print("on and on" * 100)
