import { between, shuffled } from './random.js';

const titles = [
  'Slow Train',
  'Kites',
  'Old Bicycle',
  'Salt',
  'North Window',
  'Seven Geese',
  'Thunder',
  'Lanterns',
  'Mirror Lake',
  'Up the Stairs',
];
const moods = ['calm', 'wild', 'dreamy', 'cheerful'];

/** A playlist of `size` songs with different titles and different lengths. */
export function randomPlaylist(size) {
  return shuffled(titles)
    .slice(0, size)
    .map((title, at) => ({
      title,
      // The last digit differs from song to song, and so does the length.
      seconds: between(9, 39) * 10 + at,
      times: between(1, 6),
      mood: moods[between(0, moods.length - 1)],
    }));
}

export const copyOf = (value) => structuredClone(value);

/** The playing time, counted apart from the submission. */
export function secondsOf(playlist) {
  return playlist.reduce((sum, { seconds, times }) => sum + seconds * times, 0);
}
