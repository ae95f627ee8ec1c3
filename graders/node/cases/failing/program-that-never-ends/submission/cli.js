console.log('listening');
setInterval(() => undefined, 1000);
