import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';
import { between } from './random.js';
import { randomPlaylist, secondsOf } from './songs.js';

const { playingTime, atSpeed, formatTime } = await submission.load('index.js');

describe('The playing time', () => {
  test('counts every song, the first and the last too', () => {
    const playlist = randomPlaylist(5);
    const expected = secondsOf(playlist);
    assert.equal(playingTime(playlist), expected);
  });

  test('is right for a playlist with a single song', () => {
    const playlist = randomPlaylist(1);
    const expected = secondsOf(playlist);
    assert.equal(playingTime(playlist), expected);
  });

  test('is right for one playlist after another', () => {
    const playlists = [4, 7, 2].map((size) => randomPlaylist(size));
    const expected = playlists.map(secondsOf);
    assert.deepEqual(
      playlists.map((playlist) => playingTime(playlist)),
      expected,
    );
  });
});

/** A length that does not take exactly half a second more or less at this speed, where either neighbour is right. */
function lengthFor(percent) {
  let seconds = between(61, 599);
  while ((seconds * 200) % percent === 0) seconds += 1;
  return seconds;
}

const quickened = (seconds, percent) => Math.round((seconds * 100) / percent);

/** A speed that is neither ordinary nor a round number. */
const randomSpeed = () => between(11, 18) * 10 + between(1, 9);

describe('A speed', () => {
  test('is right for several lengths', () => {
    const percent = randomSpeed();
    const lengths = [1, 2, 3, 4].map(() => lengthFor(percent));
    const expected = lengths.map((seconds) => quickened(seconds, percent));
    const faster = atSpeed(percent);
    assert.deepEqual(
      lengths.map((seconds) => faster(seconds)),
      expected,
    );
  });

  test('ends on a whole second, the nearest one', () => {
    // At 150 %, what is left over is two thirds of a second in the first case and one third in the second.
    const seconds = between(20, 90) * 3;
    const expected = [(seconds / 3) * 2 + 1, (seconds / 3) * 2 + 1];
    const faster = atSpeed(150);
    assert.deepEqual([faster(seconds + 1), faster(seconds + 2)], expected);
  });

  test('may be slower than the ordinary one', () => {
    const percent = between(5, 8) * 10 + 1;
    const seconds = lengthFor(percent);
    const expected = quickened(seconds, percent);
    assert.equal(atSpeed(percent)(seconds), expected);
  });

  test('does not disturb another speed that was set before', () => {
    const [slow, fast] = [between(55, 95), between(120, 190)];
    const seconds = [lengthFor(slow), lengthFor(fast)];
    const expected = [quickened(seconds[0], slow), quickened(seconds[1], fast)];
    const slower = atSpeed(slow);
    const faster = atSpeed(fast);
    assert.deepEqual([slower(seconds[0]), faster(seconds[1])], expected);
  });
});

describe('A time as text', () => {
  test('has two digits for the seconds, however few there are', () => {
    const [minutes, seconds] = [between(1, 50), between(1, 9)];
    assert.equal(formatTime(minutes * 60 + seconds), `${minutes}:0${seconds}`);
  });

  test('is right for whole minutes, beyond the hour too', () => {
    const minutes = [between(2, 9), between(61, 130)];
    const expected = minutes.map((each) => `${each}:00`);
    assert.deepEqual(
      minutes.map((each) => formatTime(each * 60)),
      expected,
    );
  });

  test('has a zero before the colon when it is less than a minute', () => {
    const lengths = [between(11, 29), between(31, 59)];
    const expected = lengths.map((seconds) => `0:${seconds}`);
    assert.deepEqual(
      lengths.map((seconds) => formatTime(seconds)),
      expected,
    );
  });
});
