process.stderr.write('TypeError: # owned @owned <img src=owned> ```\n    at /submission/server.js:900000:1\n\u001b[31m\u202e');
process.exitCode = 3;
