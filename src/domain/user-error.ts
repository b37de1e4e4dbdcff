// UserError that a person can do something about: its message is one sentence that says what happened and what to do.

/** Thrown where work cannot go on; pages and menus show the message as it is. */
export class UserError extends Error {}
