export const add = () => 0;
export const initials = () => '';
export const chunk = () => [];
export const turnRound = () => undefined;
export const parseAge = () => 0;
export const each = () => undefined;
export const later = async () => 0;
export const mapLater = async () => [];
export class Till {}
export const makeCounter = () => ({});
export const countTo = () => [];
