def test_adds_any_two_numbers():
    pass
