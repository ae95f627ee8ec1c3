export default (start) => ({ value: start, up() { this.value += 1; }, down() { this.value -= 1; } });
