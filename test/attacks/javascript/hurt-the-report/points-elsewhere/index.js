// An error says where it is from: here it says whatever it likes.
const error = new Error('owned');
error.stack = 'Error: owned\n    at x (/submission/../../etc/passwd:1:1)\n    at y (file:///submission/other.js:1000000:1)';
throw error;
