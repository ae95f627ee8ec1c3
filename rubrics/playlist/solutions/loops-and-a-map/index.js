// The songs of a playlist by their titles; a Map keeps them in the order in which they were put in.
function byTitle(playlist) {
  const songs = new Map();
  for (const song of playlist) songs.set(song.title, { ...song });
  return songs;
}

export function playingTime(playlist) {
  let seconds = 0;
  for (const song of playlist) {
    for (let round = 1; round <= song.times; round += 1) seconds += song.seconds;
  }
  return seconds;
}

export function playNext(playlist, song) {
  const songs = byTitle(playlist);
  const times = songs.get(song.title)?.times ?? 0;
  songs.delete(song.title);
  const { title, seconds, mood } = song;
  return [{ title, seconds, mood, times: times + song.times }, ...songs.values()];
}

export function withoutMood(playlist, mood) {
  const songs = byTitle(playlist);
  for (const song of playlist) {
    if (song.mood === mood) songs.delete(song.title);
  }
  return [...songs.values()];
}

export function shortestSong(playlist) {
  const fewest = Math.min(...playlist.map(({ seconds }) => seconds));
  for (const song of playlist) {
    if (song.seconds === fewest) return song;
  }
  return null;
}

export function labelsOf(playlist, labelFor) {
  const labels = [];
  for (const song of playlist) labels.push(labelFor(song));
  return labels;
}

export function atSpeed(percent) {
  const factor = percent / 100;
  return function (seconds) {
    return Math.floor(seconds / factor + 0.5);
  };
}

export function formatTime(length) {
  let minutes = 0;
  let seconds = length;
  while (seconds >= 60) {
    minutes += 1;
    seconds -= 60;
  }
  return minutes + (seconds < 10 ? ':0' : ':') + seconds;
}
