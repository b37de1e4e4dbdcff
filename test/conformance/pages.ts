// What a page gets from google.script.run: behaviours that are seen in a browser, in a page of the script project.
import type { Claim, Seen, Standing } from '../../src/platform/behaviour.ts';

/** A behaviour that a page tries. */
export interface PageBehaviour extends Claim {
  see: () => Seen | Promise<Seen>;
}

type Handler = (value: unknown, userObject?: unknown) => void;
/** `google.script.run` as far as the behaviours use it. */
interface Runner {
  withSuccessHandler(handler: Handler): Runner;
  withFailureHandler(handler: Handler): Runner;
  withUserObject(object: unknown): Runner;
}

declare const google: { script: { run: Runner; host: object } };
declare const document: { forms: unknown[] };

const COMMUNICATION = 'guides/html/communication';
const CLIENT = 'guides/html/reference/run';

const behaviour =
  (standing: Standing) =>
  (source: string, name: string, expected: Seen, see: PageBehaviour['see']): PageBehaviour => ({
    name,
    source,
    standing,
    expected,
    see,
  });
const documented = behaviour('documented');
const likely = behaviour('likely');
const unknown = behaviour('unknown');

/** Calls a function of the script; what it fails with is an Error. */
function call(name: string, ...args: unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const runner = google.script.run
      .withSuccessHandler((value) => resolve(value))
      .withFailureHandler((error) => reject(error));
    const target: unknown = Reflect.get(runner, name);
    if (typeof target !== 'function') throw new TypeError(`${name} is not a function.`);
    Reflect.apply(target, runner, args);
  });
}

/** Whether a call fails, at once or in the failure handler. */
function isRefused(name: string, ...args: unknown[]): Promise<boolean> {
  return call(name, ...args).then(
    () => false,
    () => true,
  );
}

/** What the success handler gets for one of the results that `give` has. */
async function givenFor(what: string): Promise<Seen> {
  const value = await call('give', what);
  return value === undefined ? 'undefined' : (value as Seen);
}

const DATA: Seen = { text: 'ébb 🌊', list: [1, 2.5, true, null, ''], inner: { deep: [[]] } };

/** What happens on the way to the script and back: what is sent, and what arrives; `REFUSED` where the call itself fails. */
const REFUSED = 'the call is refused';

const ARGUMENTS: readonly [make: typeof likely, what: string, sent: () => unknown, arrives: Seen][] = [
  [likely, 'undefined as an argument arrives as null', () => undefined, null],
  [likely, 'NaN as an argument arrives as null', () => Number.NaN, null],
  [likely, 'an endless number as an argument arrives as null', () => Number.POSITIVE_INFINITY, null],
  [likely, 'undefined in a list of an argument arrives as null', () => [1, undefined, 3], [1, null, 3]],
  [
    unknown,
    'undefined in an object of an argument does not arrive',
    () => ({ there: 1, gone: undefined }),
    { there: 1 },
  ],
  [likely, 'a key that ends in __ does not arrive', () => ({ a: { b__: 1, c_: 2, __d: 3 } }), { a: { c_: 2, __d: 3 } }],
  [documented, 'a Date as an argument is refused', () => new Date(), REFUSED],
  [documented, 'a Date inside an argument is refused', () => ({ list: [{ day: new Date() }] }), REFUSED],
  [documented, 'a function as an argument is refused', () => () => 1, REFUSED],
  [documented, 'a function inside an argument is refused', () => ({ go: () => 1 }), REFUSED],
  [documented, 'an element that is no form is refused', () => Reflect.get(document, 'body'), REFUSED],
];

const RESULTS: readonly [make: typeof likely, what: string, given: string, arrives: Seen][] = [
  [likely, 'a Date as the result arrives as null', 'date', null],
  [likely, 'a Date anywhere in the result makes the whole result null', 'inner date', null],
  [likely, 'what is undefined in a list arrives as null', 'hole', [1, null, 3]],
  [likely, 'what is undefined in an object does not arrive', 'gap', { there: 1 }],
  [likely, 'a function that gives nothing arrives as null', 'nothing', null],
  [likely, 'a service object as the result arrives as null', 'range', null],
  [likely, 'NaN arrives as null', 'nan', null],
];

export const pages: readonly PageBehaviour[] = [
  documented(
    COMMUNICATION,
    'plain data goes to the script and comes back',
    DATA,
    async () => (await call('echo', DATA)) as Seen,
  ),
  ...ARGUMENTS.map(([make, what, sent, arrives]) =>
    make(COMMUNICATION, what, arrives, () =>
      call('echo', sent()).then(
        (value) => value as Seen,
        () => REFUSED,
      ),
    ),
  ),
  ...RESULTS.map(([make, what, given, arrives]) => make(COMMUNICATION, what, arrives, () => givenFor(given))),
  likely(COMMUNICATION, 'the message of an error arrives in the failure handler', 'No tide today', () =>
    call('fail').then(
      () => 'no error',
      (error: Error) => error.message,
    ),
  ),
  likely(COMMUNICATION, 'properties of an error do not arrive', true, () =>
    call('fail').then(
      () => false,
      (error: object) => Reflect.get(error, 'code') === undefined,
    ),
  ),
  documented(
    CLIENT,
    'the user object reaches both handlers, and is the same object',
    [true, true],
    () =>
      new Promise((resolve) => {
        const object = { row: 5 };
        const seen: boolean[] = [];
        const note: Handler = (_value, userObject) => {
          seen.push(userObject === object);
          if (seen.length === 2) resolve(seen);
        };
        const runner = google.script.run.withUserObject(object).withSuccessHandler(note).withFailureHandler(note);
        for (const name of ['echo', 'fail']) Reflect.apply(Reflect.get(runner, name), runner, []);
      }),
  ),
  documented(CLIENT, 'a call gives nothing back at once', true, () => {
    const { run } = google.script;
    return Reflect.apply(Reflect.get(run, 'echo'), run, [1]) === undefined;
  }),
  documented(COMMUNICATION, 'a function whose name ends in _ cannot be called', true, () => isRefused('hidden_')),
  documented(COMMUNICATION, 'a function that is not there cannot be called', true, () => isRefused('nowhere')),
  documented(COMMUNICATION, 'more than ten calls are all answered', 12, async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => call('echo', index)));
    return new Set(answers).size;
  }),
  documented(
    COMMUNICATION,
    'a form as the argument arrives as names and values',
    { boat: 'Gull', port: '' },
    async () => (await call('echo', document.forms[0])) as Seen,
  ),
  documented('guides/html/reference/host', 'the host can be closed, resized and given the keys', [], () => {
    const { host } = google.script;
    return ['close', 'setHeight', 'setWidth'].filter((name) => typeof Reflect.get(host, name) !== 'function');
  }),
  documented('guides/html/restrictions', 'the page around cannot be reached', true, () => {
    try {
      const { document: around } = Reflect.get(globalThis, 'top') as { document: unknown };
      return around === undefined;
    } catch {
      return true;
    }
  }),
];
