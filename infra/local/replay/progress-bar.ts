const WIDTH = 32;
const EVERY = 100;

/** Draws a bar for so many steps where the stream is a terminal, and nothing elsewhere; called with the last step, it leaves the line. */
export function progressBar(stream: NodeJS.WriteStream, steps: number): (done: number) => void {
  if (!stream.isTTY) return () => {};
  let drawnAt = Number.NEGATIVE_INFINITY;
  return done => {
    const now = performance.now();
    if (done < steps && now < drawnAt + EVERY) return;
    drawnAt = now;
    const full = Math.round((WIDTH * done) / steps);
    stream.write(`\r${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done} of ${steps}${done === steps ? '\n' : ''}`);
  };
}
