export function playingTime(playlist) {
  let total = 0;
  for (let i = 0; i < playlist.length; i++) {
    total = total + playlist[i].seconds * playlist[i].times;
  }
  return total;
}

export function playNext(playlist, song) {
  let times = song.times;
  const result = [null];
  for (let i = 0; i < playlist.length; i++) {
    const other = playlist[i];
    if (other.title === song.title) {
      times = times + other.times;
    } else {
      result.push(other);
    }
  }
  result[0] = { title: song.title, seconds: song.seconds, times: times, mood: song.mood };
  return result;
}

export function withoutMood(playlist, mood) {
  const result = [];
  for (let i = 0; i < playlist.length; i++) {
    if (playlist[i].mood !== mood) {
      result.push(playlist[i]);
    }
  }
  return result;
}

export function shortestSong(playlist) {
  if (playlist.length === 0) {
    return null;
  }
  let best = playlist[0];
  for (let i = 1; i < playlist.length; i++) {
    if (playlist[i].seconds < best.seconds) {
      best = playlist[i];
    }
  }
  return best;
}

export function labelsOf(playlist, labelFor) {
  const labels = [];
  for (let i = 0; i < playlist.length; i++) {
    labels[i] = labelFor(playlist[i]);
  }
  return labels;
}

export function atSpeed(percent) {
  function change(seconds) {
    return Math.round((seconds * 100) / percent);
  }
  return change;
}

export function formatTime(seconds) {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds - minutes * 60;
  if (rest < 10) {
    return minutes + ':0' + rest;
  }
  return minutes + ':' + rest;
}
