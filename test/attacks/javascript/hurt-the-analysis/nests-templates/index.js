export { add } from './nested.js';
export const initials = () => import('./deeper.js');
