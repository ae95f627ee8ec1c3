import './a/`owned` @owned <b>/bad.js';
