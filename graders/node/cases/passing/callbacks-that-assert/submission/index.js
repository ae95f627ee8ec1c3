exports.doubled = (numbers, tell) => {
  for (let at = 0; at < numbers.length; at++) tell(numbers[at] * 2, at);
};
exports.doubledLater = (numbers, tell) => Promise.all(numbers.map((number, at) => tell(number * 2, at)));
