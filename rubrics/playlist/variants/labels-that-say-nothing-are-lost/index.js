export const playingTime = (playlist) => playlist.reduce((sum, { seconds, times }) => sum + seconds * times, 0);

export function playNext(playlist, song) {
  const known = playlist.find(({ title }) => title === song.title);
  const others = playlist.filter((other) => other !== known);
  return [{ ...song, times: song.times + (known?.times ?? 0) }, ...others];
}

export const withoutMood = (playlist, mood) => playlist.filter((song) => song.mood !== mood);

export const shortestSong = (playlist) =>
  playlist.reduce((best, song) => (best === null || song.seconds < best.seconds ? song : best), null);

export const labelsOf = (playlist, labelFor) => playlist.map((song) => labelFor(song)).filter(Boolean);

export const atSpeed = (percent) => (seconds) => Math.round((seconds * 100) / percent);

export const formatTime = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
