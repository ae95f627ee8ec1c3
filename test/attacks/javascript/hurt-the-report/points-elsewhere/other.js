// one line
