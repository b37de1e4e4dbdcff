// An expected failure: something a person can do something about, known by a code and said in one sentence.
import { errors } from './messages.ts';

export type ErrorCode = keyof typeof errors;

/** What a code's sentence names. */
type Details = { [Code in ErrorCode]: Parameters<(typeof errors)[Code]> };

const sentences: { [Code in ErrorCode]: (...details: Details[Code]) => string } = errors;

/** Thrown where work cannot go on; pages and menus show the message as it is: what happened and what to do. */
export class UserError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;

  constructor(code: Code, ...details: Details[Code]) {
    super(sentences[code](...details));
    this.code = code;
  }
}
