// one line
// one line
// one line
