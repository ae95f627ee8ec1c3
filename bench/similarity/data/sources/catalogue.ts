import type { Half, Language } from '../submission.ts';

/** Which exercises go where. The halves share none. */
export interface Catalogue {
  readonly dataset: string;
  readonly language: Language;
  readonly exercises: Readonly<Record<Half, readonly string[]>>;
}

const words = (text: string): string[] => text.split(' ');

export const CATALOGUE: readonly Catalogue[] = [
  {
    dataset: 'js',
    language: 'js',
    exercises: {
      dev: words(
        'word-count robot-name clock linked-list simple-cipher allergies roman-numerals wordy luhn crypto-square meetup circular-buffer run-length-encoding',
      ),
      held: words(
        'grade-school anagram pascals-triangle scrabble-score phone-number secret-handshake perfect-numbers list-ops food-chain protein-translation palindrome-products',
      ),
    },
  },
  {
    dataset: 'js-short',
    language: 'js',
    exercises: {
      dev: words(
        'gigasecond pangram two-fer etl resistor-color difference-of-squares acronym reverse-string collatz-conjecture space-age',
      ),
      held: words(
        'leap rna-transcription raindrops grains resistor-color-duo prime-factors isogram armstrong-numbers bob triangle',
      ),
    },
  },
  {
    dataset: 'ts',
    language: 'ts',
    exercises: {
      dev: words(
        'robot-name clock binary-search linked-list dnd-character word-count simple-cipher rational-numbers wordy space-age',
      ),
      held: words(
        'grade-school secret-handshake resistor-color-trio triangle atbash-cipher anagram scrabble-score protein-translation bob phone-number raindrops',
      ),
    },
  },
  {
    dataset: 'python',
    language: 'py',
    exercises: {
      dev: words(
        'clock robot-simulator allergies word-count space-age meetup kindergarten-garden pig-latin saddle-points wordy circular-buffer run-length-encoding simple-cipher',
      ),
      held: words(
        'anagram grade-school atbash-cipher scrabble-score say phone-number yacht perfect-numbers rotational-cipher triangle protein-translation list-ops tournament minesweeper food-chain',
      ),
    },
  },
];

/** Exercises that cohorts are made of beside those of the catalogue. */
export const MORE_FOR_COHORTS: readonly Catalogue[] = [
  {
    dataset: 'js',
    language: 'js',
    exercises: {
      dev: words('series strain pig-latin isbn-verifier'),
      held: words('nucleotide-count beer-song largest-series-product'),
    },
  },
  {
    dataset: 'python',
    language: 'py',
    exercises: {
      dev: words('sieve sublist isbn-verifier twelve-days luhn series'),
      held: words('raindrops prime-factors largest-series-product collatz-conjecture pythagorean-triplet'),
    },
  },
];
