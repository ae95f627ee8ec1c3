import { größe, 加算 } from './wörter/größe.js';

const 𝒻 = 'ö';
const \u{61}lter = 150;
export { 加算 as add };
export const initials = (ñame) => ñame.split(' ').map(($wort) => $wort[0].toLocaleUpperCase('de')).join('');
export const chunk = (λίστα, μέγεθος) =>
  λίστα.flatMap((_, ἰ) => (ἰ % μέγεθος ? [] : [λίστα.slice(ἰ, ἰ + μέγεθος)]));
export function turnRound(список) {
  список.reverse();
}
export const parseAge = (текст) => {
  const возраст = Number(текст);
  if (!größe(возраст, alter)) throw new RangeError(`«${текст}» — ${𝒻} ✗`);
  return возраст;
};
export const each = (一覧, 告げる) => 一覧.forEach((物, 番号) => 告げる(物, 番号));
export const later = async (число) => число * 2;
export const mapLater = (все, спросить) => Promise.all(все.map((один) => спросить(один)));
export class Till {
  цены = [];
  ring(цена) {
    this.цены.push(цена);
  }
  undo() {
    this.цены.pop();
  }
  get total() {
    return this.цены.reduce((а, б) => а + б, 0);
  }
}
export const makeCounter = (value) => ({ value, up() { this.value++; }, down() { this.value--; } });
export function* countTo(ν) {
  for (let ι = 1; ι <= ν; ι++) yield ι;
}
