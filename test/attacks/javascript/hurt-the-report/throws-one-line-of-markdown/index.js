import { payload } from './payload.js';

const error = new Error(payload.replaceAll('\n', ' ').replaceAll('`', '``` ` '));
error.name = '`owned` <b>owned</b> @owned';
throw error;
