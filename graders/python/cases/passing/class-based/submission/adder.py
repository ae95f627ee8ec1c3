class Adder:
    def __call__(self, one: int, other: int) -> int:
        if not all(isinstance(number, (int, float)) for number in (one, other)):
            raise TypeError
        return one.__add__(other)


add = Adder()
