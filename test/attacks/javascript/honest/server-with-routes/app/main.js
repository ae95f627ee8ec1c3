const { createServer } = require('node:http');
const { route, Refusal } = require('./router');
require('./notes');

const server = createServer();
server.on('request', (request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', async () => {
    console.log(request.method, request.url);
    try {
      const { status, body } = await route(request, Buffer.concat(parts).toString());
      response.statusCode = status;
      if (body === undefined) return response.end();
      response.setHeader('Content-Type', 'application/json; charset=utf-8');
      response.end(JSON.stringify(body));
    } catch (error) {
      response.writeHead(error instanceof Refusal ? error.status : 500);
      response.end(error.message);
    }
  });
});
setTimeout(() => server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' }), 100);
