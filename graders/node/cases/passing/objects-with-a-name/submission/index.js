export class Named {
  constructor(name) {
    this.name = name;
  }
  get length() {
    return this.name.length;
  }
  greet() {
    return `Hello, ${this.name}!`;
  }
}

export const greeter = (name) => ({ name, greet: () => `Hello, ${name}!` });
