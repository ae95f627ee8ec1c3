import { payload } from './payload.js';

throw new Error(payload);
