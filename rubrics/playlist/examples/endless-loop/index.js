export function playingTime(playlist) {
  let sum = 0;
  let i = 0;
  while (i < playlist.length) {
    sum += playlist[i].seconds * playlist[i].times;
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
  return playlist.filter((song) => song.mood !== mood);
}

export function shortestSong(playlist) {
  let best = null;
  for (const song of playlist) {
    if (best === null || song.seconds < best.seconds) best = song;
  }
  return best;
}

export function labelsOf(playlist, labelFor) {
  return playlist.map(labelFor);
}

export function atSpeed(percent) {
  return (seconds) => Math.round((seconds / percent) * 100);
}

export function formatTime(seconds) {
  const rest = seconds % 60;
  return `${(seconds - rest) / 60}:${rest < 10 ? '0' : ''}${rest}`;
}
