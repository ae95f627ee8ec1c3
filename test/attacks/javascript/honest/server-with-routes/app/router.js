const routes = [];
exports.Refusal = class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
};
exports.on = (method, pattern, handle) => routes.push({ method, pattern, handle });
exports.route = async (request, body) => {
  const { pathname, searchParams } = new URL(`http://x${request.url}`);
  for (const { method, pattern, handle } of routes) {
    const found = method === request.method && pattern.exec(pathname);
    if (found) return handle({ params: found.slice(1), query: searchParams, body });
  }
  throw new exports.Refusal(404, 'nothing is here');
};
