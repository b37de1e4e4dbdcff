// What calls for imports and exports answer, taken on.
import { expect } from '@jest/globals';
import type { Reply } from '../workbook.ts';

/** The reply, which must say that it is done. */
export function succeed(reply: Reply): Reply {
  expect(reply).toMatchObject({ ok: true, is: 'done' });
  return reply;
}

/** Answers all that was asked alike. */
export function answersTo(reply: Reply, choice: 'file' | 'register') {
  const questions = reply.questions as { key: string; seal: string }[];
  return Object.fromEntries(questions.map(({ key, seal }) => [key, { seal, choice }]));
}
