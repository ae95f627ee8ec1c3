import { createServer } from 'node:http';

// Whoever asks is sent to the machine: by redirects, other services, pre-loads and authentication.
createServer((request, response) => {
  const { url } = request;
  response.writeHead([301, 302, 307, 308, 401, 407, 103, 426][url.length % 8] || 302, {
    location: `http://172.17.0.1:47011${url}`,
    'alt-svc': 'h2="172.17.0.1:47011"; ma=86400',
    link: '<http://172.17.0.1:47011/>; rel=preload',
    refresh: '0; url=http://127.0.0.1:47011/',
    'proxy-authenticate': 'Negotiate',
    'www-authenticate': 'NTLM',
    upgrade: 'h2c, websocket',
    connection: 'upgrade',
    'set-cookie': 'a=b; Domain=127.0.0.1',
    'strict-transport-security': 'max-age=99999999',
  });
  response.end('[]');
}).listen(process.env.PORT);
