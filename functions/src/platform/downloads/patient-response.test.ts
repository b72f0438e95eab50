import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { endLines, writeLine } from './patient-response.ts';

const left = { details: { reason: 'contention' }, message: 'The download was left.' };
const givenUp = { details: { reason: 'contention' }, message: 'The download was given up.' };

/** A reader who takes what was written after so many milliseconds, each time; `Infinity` for never. */
const readerWho = (takesAfter: number) =>
  new Writable({
    highWaterMark: 8,
    write: (_chunk, _encoding, done) => {
      if (takesAfter < Infinity) setTimeout(done, takesAfter);
    },
  });

describe('an answer', () => {
  test('is written while its reader takes it, for however long, and ended', async () => {
    const to = { response: readerWho(40), patience: 200 };
    for (let line = 0; line < 8; line += 1) await writeLine(to, 'more than eight');
    await endLines(to);
    expect(to.response.writableFinished).toBe(true);
  });

  test('is written no further for a reader who takes nothing', async () => {
    await expect(writeLine({ response: readerWho(Infinity), patience: 50 }, 'more than eight')).rejects.toMatchObject(
      left,
    );
  });

  test('is no ended one while its reader takes nothing of its last lines', async () => {
    const to = { response: readerWho(Infinity), patience: 50 };
    await writeLine(to, 'few');
    await expect(endLines(to)).rejects.toMatchObject(left);
  });

  test('is given up when its reader has gone, at once', async () => {
    const to = { response: readerWho(Infinity), patience: 60_000 };
    const waiting = writeLine(to, 'more than eight');
    to.response.destroy();
    await expect(waiting).rejects.toMatchObject(givenUp);
    await expect(writeLine(to, 'one more')).rejects.toMatchObject(givenUp);
  });
});
