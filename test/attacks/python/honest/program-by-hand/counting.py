class Counting:
    def __init__(self):
        self.counts = {}

    def take(self, lines):
        for line in lines:
            for word in line.lower().split():
                self.counts[word] = self.counts.get(word, 0) + 1

    def lines(self, top=None):
        words = sorted(self.counts)
        words.sort(key=self.counts.get, reverse=True)
        for word in words[:top]:
            yield "%d %s\n" % (self.counts[word], word)
