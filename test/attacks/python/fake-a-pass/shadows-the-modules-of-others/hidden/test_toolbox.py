class TestValues:
    def test_adds_any_two_numbers(self):
        pass
