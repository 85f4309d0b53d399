// The sentences of exercises: those that all share, which the build writes into this script, and
// those that a page brings along.

/* global NQPF_EXERCISE_WORDS */

/** Return the sentences of this page by their names. */
export function wordsOfPage() {
  const more = document.getElementById("nqpf-exercise-words");
  return { ...NQPF_EXERCISE_WORDS, ...(more && JSON.parse(more.textContent)) };
}
