def test_busy():
    number = 0
    while True:
        number += 1
