export function playingTime(playlist) {
  let sum = 0;
  for (const song of playlist) {
    sum += song.seconds * song.times;
  }
  return sum;
}

export function playNext(playlist, song) {
  const others = playlist.filter((other) => other.title !== song.title);
  const known = playlist.find((other) => other.title === song.title);
  if (known === undefined) return [song, ...others];
  return [{ ...known, times: known.times + song.times }, ...others];
}

export function withoutMood(playlist, mood) {
  const rest = [...playlist];
  for (let i = 0; i < rest.length; i++) {
    if (rest[i].mood === mood) rest.splice(i, 1);
  }
  return rest;
}

export function shortestSong(playlist) {
  let best = { seconds: 0 };
  for (const song of playlist) {
    if (song.seconds < best.seconds) best = song;
  }
  return best;
}

export function labelsOf(playlist, labelFor) {
  return labelFor(playlist);
}

export function atSpeed(percent, seconds) {
  return (seconds * 100) / percent;
}

export function formatTime(seconds) {
  // Still to come.
}
