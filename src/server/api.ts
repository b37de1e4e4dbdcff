// What pages call: the build makes each function here a public one. What they have in common, locks and failures, is in `calls/answer.ts`.
export type { Answer, Failed } from './calls/answer.ts';
export * from './calls/learnt.ts';
export * from './calls/log.ts';
export * from './calls/overview.ts';
export * from './calls/rows.ts';
export * from './calls/sheet.ts';
export * from './calls/upkeep.ts';
