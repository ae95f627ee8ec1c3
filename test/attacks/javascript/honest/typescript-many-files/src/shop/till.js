export class Till {
  total = 0;
  last = 0;
  ring(price) {
    this.total += price;
    this.last = price;
  }
  undo() {
    this.total -= this.last;
    this.last = 0;
  }
}
