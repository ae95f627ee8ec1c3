export function playingTime(playlist) {
  let sum = 0;
  for (const song of playlist) sum += song.seconds * song.times;
  console.log(sum);
}

export function playNext(playlist, song) {
  const others = playlist.filter((other) => other.title !== song.title);
  const known = playlist.find((other) => other.title === song.title);
  console.log([{ ...song, times: song.times + (known ? known.times : 0) }, ...others]);
}

export function withoutMood(playlist, mood) {
  console.log(playlist.filter((song) => song.mood !== mood));
}

export function shortestSong(playlist) {
  let best = null;
  for (const song of playlist) {
    if (best === null || song.seconds < best.seconds) best = song;
  }
  console.log(best);
}

export function labelsOf(playlist, labelFor) {
  for (const song of playlist) console.log(labelFor(song));
}

export function atSpeed(percent) {
  return (seconds) => console.log(Math.round((seconds / percent) * 100));
}

export function formatTime(seconds) {
  console.log(Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0'));
}
