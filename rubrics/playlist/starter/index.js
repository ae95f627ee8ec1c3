// A playlist is an array of songs. A song looks like this:
//
//   { title: 'Harbour Lights', seconds: 215, times: 2, mood: 'calm' }
//
// The seconds are for playing it once; times says how often it is to be played.

/** How many seconds the whole playlist takes. */
export function playingTime(playlist) {
  // Your turn.
}

/** A new playlist that begins with this song. */
export function playNext(playlist, song) {
  // Your turn.
}

/** A new playlist without the songs of this mood. */
export function withoutMood(playlist, mood) {
  // Your turn.
}

/** The song that takes the fewest seconds, or null when there is none. */
export function shortestSong(playlist) {
  // Your turn.
}

/** What labelFor(song) answers for each song. */
export function labelsOf(playlist, labelFor) {
  // Your turn.
}

/** A function that takes seconds and gives back how many they are at this speed. */
export function atSpeed(percent) {
  // Your turn.
}

/** A length in seconds as text, such as 3:35. */
export function formatTime(seconds) {
  // Your turn.
}
