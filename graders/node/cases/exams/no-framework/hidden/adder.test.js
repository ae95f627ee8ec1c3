import { submission } from 'touchstone';

await submission.load('index.js');
