import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';

const { playingTime, playNext, withoutMood, shortestSong, labelsOf, atSpeed, formatTime } =
  await submission.load('index.js');

const harbourLights = () => ({ title: 'Harbour Lights', seconds: 215, times: 2, mood: 'calm' });
const run = () => ({ title: 'Run', seconds: 180, times: 1, mood: 'wild' });
const paperBoats = () => ({ title: 'Paper Boats', seconds: 142, times: 1, mood: 'calm' });

describe('The example of the brief', () => {
  test('Harbour Lights twice and Run once take 610 seconds', () => {
    assert.equal(playingTime([harbourLights(), run()]), 610);
  });

  test('Paper Boats, played next, comes to the front', () => {
    const expected = [paperBoats(), harbourLights(), run()];
    assert.deepEqual(playNext([harbourLights(), run()], paperBoats()), expected);
  });

  test('Run, twice more, comes to the front three times', () => {
    const expected = [{ ...run(), times: 3 }, harbourLights()];
    assert.deepEqual(playNext([harbourLights(), run()], { ...run(), times: 2 }), expected);
  });

  test('without what is calm, Run is left', () => {
    assert.deepEqual(withoutMood([harbourLights(), run(), paperBoats()], 'calm'), [run()]);
  });

  test('Paper Boats is the shortest of three', () => {
    assert.deepEqual(shortestSong([harbourLights(), run(), paperBoats()]), paperBoats());
  });

  test('the labels have the title and the mood', () => {
    const labels = labelsOf([harbourLights(), run()], (song) => song.title + ', ' + song.mood);
    assert.deepEqual(labels, ['Harbour Lights, calm', 'Run, wild']);
  });

  test('200 seconds at 125 % are 160 seconds', () => {
    assert.equal(atSpeed(125)(200), 160);
  });

  test('216 seconds at 125 % are 173 seconds', () => {
    assert.equal(atSpeed(125)(216), 173);
  });

  test('4205 seconds read 70:05', () => {
    assert.equal(formatTime(4205), '70:05');
  });

  test('an empty playlist takes 0 seconds', () => {
    assert.equal(playingTime([]), 0);
  });

  test('the playlist is as it was after something was played next', () => {
    const playlist = [harbourLights(), run()];
    const next = playNext(playlist, { ...run(), times: 2 });
    assert.ok(Array.isArray(next), 'expected playNext to give back a new playlist');
    assert.deepEqual(playlist, [harbourLights(), run()]);
  });
});
