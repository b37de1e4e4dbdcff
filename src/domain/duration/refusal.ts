// Why a duration has no due date: thrown from wherever that is found to where the whole is read.
export class Refusal {
  why: string;
  constructor(why: string) {
    this.why = why;
  }
}

export function refuse(why: string): never {
  throw new Refusal(why);
}
