// What every service of the local host is made of, and the errors that services throw.

/** An object that a script holds. The methods and getters of its classes are what the script sees; own fields are the host's. */
export abstract class Service {
  /** The name in Google's documentation, such as `Range`. */
  abstract readonly serviceName: string;
}

/** The key of a service's method that throws if what the object stands for is gone; it is given the name of the method that is called. */
export const checkThere = Symbol('checkThere');

/** The key of a service's method that takes properties a script sets on it, as on an HTML template. */
export const setProperty = Symbol('setProperty');

/** An error that a script can catch; its message is Google's where Google's is known. */
export class ServiceError extends Error {
  /** `e.name` in the script. */
  readonly kind: string;
  /** `e.details` in the script, for errors of advanced services. */
  readonly details: Record<string, unknown> | undefined;

  constructor(message: string, kind = 'Exception', details?: Record<string, unknown>) {
    super(message);
    this.kind = kind;
    this.details = details;
  }
}

/** Ends the execution: no script code can catch it for good, and what was written stays. */
export class Killed extends Error {}

/** An enumeration's type and number can stand for each other, yet they are not the same. */
type IsJustNumber<V> = (<T>() => T extends V ? 1 : 2) extends <T>() => T extends number ? 1 : 2 ? true : false;

/** A type of Google's as far as it is plain data; enumerations (numbers with names, to TypeScript) and objects are left open. */
type Local<V> = V extends string
  ? string
  : V extends number
    ? IsJustNumber<V> extends true
      ? number
      : unknown
    : V extends boolean | null | undefined | Date
      ? V
      : V extends (infer E)[]
        ? Local<E>[]
        : unknown;

/** Some of a Google interface's methods, as classes of the local host must have them: name, plain arguments and plain results
 *  are checked; other Google objects are the host's own classes here. Of overloads, the last is checked. */
export type Surface<T, K extends keyof T> = {
  [P in K]: T[P] extends (...args: infer A) => infer R
    ? { call(...args: { [I in keyof A]: Local<A[I]> }): Local<R> | null }['call']
    : unknown;
};

/** A value of one of Google's enumerations. */
export class EnumValue extends Service {
  override readonly serviceName: string;
  readonly key: string;
  readonly place: number;

  constructor(enumeration: string, key: string, place: number) {
    super();
    this.serviceName = enumeration;
    this.key = key;
    this.place = place;
  }

  override toString(): string {
    return this.key;
  }
  name(): string {
    return this.key;
  }
  toJSON(): string {
    return this.key;
  }
  ordinal(): number {
    return this.place;
  }
  compareTo(other: EnumValue): number {
    return this.place - other.place;
  }
}

/** One of Google's enumerations: its values are properties under their names. */
export class Enumeration extends Service {
  override readonly serviceName: string;
  readonly values: ReadonlyMap<string, EnumValue>;

  constructor(name: string, keys: readonly string[]) {
    super();
    this.serviceName = name;
    this.values = new Map(keys.map((key, place) => [key, new EnumValue(name, key, place)]));
  }

  /** The value of that name; it must be one of the enumeration's. */
  of(key: string): EnumValue {
    const value = this.values.get(key);
    if (!value) throw new ServiceError(`not implemented in the local host: ${this.serviceName}.${key}`);
    return value;
  }
}

/** Google's error for arguments that no form of the method takes. */
export function signatureError(method: string, args: readonly unknown[]): ServiceError {
  const kinds = args.map((arg) => {
    if (arg === null || arg === undefined) return 'null';
    if (Array.isArray(arg)) return 'number[]';
    if (arg instanceof Date) return 'Date';
    if (arg instanceof Service) return `SpreadsheetApp.${arg.serviceName}`;
    const kind = typeof arg;
    return kind === 'object' ? 'Object' : kind[0]?.toUpperCase() + kind.slice(1);
  });
  return new ServiceError(`The parameters (${kinds.join(',')}) don't match the method signature for ${method}.`);
}

/** Throws Google's error unless the argument is one of the host's own objects of that class. */
export function checkArgument(method: string, arg: unknown, kind: abstract new (...args: never[]) => Service): void {
  if (!(arg instanceof kind)) throw signatureError(method, [arg]);
}
