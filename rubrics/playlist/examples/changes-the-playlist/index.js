export function playingTime(playlist) {
  let sum = 0;
  for (const song of playlist) {
    sum += song.seconds * song.times;
  }
  return sum;
}

export function playNext(playlist, song) {
  const at = playlist.findIndex((other) => other.title === song.title);
  if (at === -1) {
    playlist.unshift(song);
  } else {
    const [known] = playlist.splice(at, 1);
    known.times += song.times;
    playlist.unshift(known);
  }
  return playlist;
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
