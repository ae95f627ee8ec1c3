process.on('SIGTERM', () => undefined);
if (process.argv.length > 2) for (;;);
else if (Math.random() < 0.5) setInterval(() => undefined, 1000);
else for (;;) process.stdout.write('x'.repeat(100_000));
