const error = new SyntaxError("Unexpected token ';'");
error.stack = "SyntaxError: Unexpected token ';'\n    at file:///submission/tests/hidden/tools.test.js:7:7";
throw error;
