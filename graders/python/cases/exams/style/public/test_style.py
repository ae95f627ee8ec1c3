def test_public(adder):
    assert adder.add(1, 1) == 2
