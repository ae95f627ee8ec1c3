import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';
import { between, shuffled } from './random.js';
import { copyOf, randomPlaylist } from './songs.js';

const { playingTime, playNext, withoutMood, shortestSong, labelsOf } = await submission.load('index.js');

describe('Playing a song next', () => {
  test('puts a song with a new title in front', () => {
    const [song, ...playlist] = randomPlaylist(5);
    const expected = copyOf([song, ...playlist]);
    assert.deepEqual(playNext(playlist, song), expected);
  });

  test('brings a song that is there already to the front, and adds up the times', () => {
    const playlist = randomPlaylist(5);
    const at = between(1, 4);
    const again = { ...playlist[at], times: between(2, 5) };
    const others = playlist.filter((_, place) => place !== at);
    const expected = copyOf([{ ...again, times: again.times + playlist[at].times }, ...others]);
    assert.deepEqual(playNext(playlist, again), expected);
  });

  test('can be done again and again', () => {
    const [first, second, third] = randomPlaylist(3);
    const expected = copyOf([third, { ...first, times: first.times * 2 }, second]);
    let playlist = [];
    for (const song of [first, second, first, third]) playlist = playNext(playlist, song);
    assert.deepEqual(playlist, expected);
  });
});

/** The same songs with these moods, one after another. */
function withMoods(playlist, moods) {
  return playlist.map((song, at) => ({ ...song, mood: moods[at] }));
}

describe('Leaving out a mood', () => {
  test('leaves out every song of it, also two in a row', () => {
    const kept = shuffled(['dreamy', 'cheerful', 'wild']);
    const playlist = withMoods(randomPlaylist(6), [kept[0], 'gloomy', 'gloomy', kept[1], kept[2], 'gloomy']);
    const expected = copyOf([playlist[0], playlist[3], playlist[4]]);
    assert.deepEqual(withoutMood(playlist, 'gloomy'), expected);
  });

  test('changes nothing when no song has it', () => {
    const playlist = randomPlaylist(4);
    const expected = copyOf(playlist);
    assert.deepEqual(withoutMood(playlist, 'a mood that no song has'), expected);
    assert.deepEqual(withoutMood(playlist, playlist[0].mood[0]), expected, 'a mood that only begins alike');
  });
});

describe('The shortest song', () => {
  test('is found wherever it stands in the playlist', () => {
    const [shortest, ...others] = randomPlaylist(4).sort((a, b) => a.seconds - b.seconds);
    for (const place of [0, 1, 2, 3]) {
      const playlist = copyOf(others.toSpliced(place, 0, shortest));
      assert.deepEqual(shortestSong(playlist), shortest, `it stood at place ${place + 1} of 4`);
    }
  });

  test('goes by playing it once, not by how often it is played', () => {
    const [short, long] = randomPlaylist(2).sort((a, b) => a.seconds - b.seconds);
    const playlist = [
      { ...long, times: 1 },
      { ...short, times: 80 },
    ];
    const expected = copyOf(playlist[1]);
    assert.deepEqual(shortestSong(playlist), expected);
  });
});

describe('Labels', () => {
  test('are what the caller makes of each song', () => {
    const playlist = randomPlaylist(6);
    const limit = playlist[between(1, 4)].seconds;
    const label = (song) => (song.seconds > limit ? `${song.title} (long)` : song.times);
    const expected = copyOf(playlist).map(label);
    assert.deepEqual(labelsOf(playlist, label), expected);
  });

  test('may be alike, or false, and none is lost', () => {
    const playlist = randomPlaylist(4);
    const wanted = playlist[between(0, 3)].title;
    const expected = playlist.map(({ title }) => title === wanted);
    assert.deepEqual(
      labelsOf(playlist, (song) => song.title === wanted),
      expected,
    );
  });

  test('come after every song was shown to the function of the caller', () => {
    const playlist = randomPlaylist(4);
    const expected = copyOf(playlist).map((song) => song.title);
    const seen = [];
    const labels = labelsOf(playlist, (song) => {
      seen.push(song.title);
      return 'shown';
    });
    assert.deepEqual(
      labels,
      expected.map(() => 'shown'),
    );
    assert.deepEqual([...new Set(seen)].sort(), expected.sort());
  });
});

describe('An empty playlist', () => {
  test('takes no time, and has no shortest song', () => {
    assert.equal(playingTime([]), 0);
    assert.equal(shortestSong([]), null);
  });

  test('can be played from, left out of and labelled', () => {
    const [song] = randomPlaylist(1);
    const expected = [copyOf(song)];
    assert.deepEqual(playNext([], song), expected);
    assert.deepEqual(withoutMood([], song.mood), []);
    assert.deepEqual(
      labelsOf([], () => 'never'),
      [],
    );
  });
});

describe('The playlist of the caller', () => {
  /** Calls with a playlist and says what became of it. The result must have the right length, so that doing nothing is no answer. */
  function afterwards(playlist, call, resultLength) {
    const result = call(playlist);
    assert.equal(result?.length, resultLength, 'the result has the wrong number of songs');
    return playlist;
  }

  test('is as it was after a new song was played next', () => {
    const [song, ...playlist] = randomPlaylist(4);
    const before = copyOf(playlist);
    assert.deepEqual(
      afterwards(playlist, (given) => playNext(given, song), 4),
      before,
    );
  });

  test('is as it was after a song of it was played more often', () => {
    const playlist = randomPlaylist(4);
    const before = copyOf(playlist);
    const again = { ...playlist[between(0, 3)], times: 2 };
    assert.deepEqual(
      afterwards(playlist, (given) => playNext(given, again), 4),
      before,
    );
  });

  test('is as it was after a mood was left out', () => {
    const playlist = withMoods(randomPlaylist(5), ['wild', 'gloomy', 'calm', 'gloomy', 'wild']);
    const before = copyOf(playlist);
    assert.deepEqual(
      afterwards(playlist, (given) => withoutMood(given, 'gloomy'), 3),
      before,
    );
  });

  test('is as it was after the shortest song was looked for', () => {
    const playlist = randomPlaylist(5).sort((a, b) => a.seconds - b.seconds);
    // Neither rising nor falling: sorting it in place would show.
    const mixed = [2, 0, 4, 1, 3].map((at) => playlist[at]);
    const before = copyOf(mixed);
    assert.equal(shortestSong(mixed)?.title, before[1].title);
    assert.deepEqual(mixed, before);
  });
});
