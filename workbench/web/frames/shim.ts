// `google.script` for a page of the add-on: runs in the page's frame, before the page's own scripts.
import { type FromFrame, MOST_CALLS, type ToFrame } from './messages.ts';

type Handler = (value: unknown, userObject: unknown) => void;
interface Call {
  succeed: Handler;
  fail: Handler;
  userObject: unknown;
}

// The server puts the address of the page around into the frame's own address and has checked it.
const around = new URLSearchParams(location.search).get('around') ?? '';
const underWay = new Map<number, Call>();
const waiting: FromFrame[] = [];
let calls = 0;

function tell(message: FromFrame): void {
  parent.postMessage(message, around);
}

function start(message: FromFrame): void {
  if (underWay.size - waiting.length <= MOST_CALLS) tell(message);
  else waiting.push(message);
}

window.addEventListener('message', (event) => {
  if (event.source !== parent || event.origin !== around) return;
  const message = event.data as ToFrame;
  const call = underWay.get(message.id);
  if (message.workbench !== 'result' || call === undefined) return;
  underWay.delete(message.id);
  const next = waiting.shift();
  if (next !== undefined) tell(next);
  const answer = () => hand(call, message);
  if (held !== undefined) {
    const before = held;
    held = undefined;
    answer();
    before();
  } else if (underWay.size > 0) {
    // Google promises no order. Of two answers the second is handed over first, so that no page comes to rely on one.
    const hold = once(answer);
    held = hold;
    setTimeout(() => {
      if (held === hold) held = undefined;
      hold();
    }, LONGEST_HOLD);
  } else answer();
});

/** The answer that waits for the one after it. */
let held: (() => void) | undefined;
/** In milliseconds: a call that takes long keeps no other one back for long. */
const LONGEST_HOLD = 300;

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}

function hand(call: Call, message: ToFrame): void {
  if (message.ok) call.succeed(message.value, call.userObject);
  else {
    const error = new Error(message.message);
    error.name = 'ScriptError';
    call.fail(error, call.userObject);
  }
}

window.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) tell({ workbench: 'escape' });
  if (event.key !== 'F6') return;
  event.preventDefault();
  tell({ workbench: 'leave', isBack: event.shiftKey });
});

/** A runner is never changed: each `with…` gives a new one, as Google's does. */
function runner(call: Call): object {
  const own: Record<string, (argument: never) => object> = {
    withSuccessHandler: (succeed: Handler) => runner({ ...call, succeed }),
    withFailureHandler: (fail: Handler) => runner({ ...call, fail }),
    withUserObject: (userObject: unknown) => runner({ ...call, userObject }),
  };
  return new Proxy(own, {
    get(_, name) {
      if (typeof name !== 'string' || name === 'then') return undefined;
      if (Object.hasOwn(own, name)) return own[name];
      return (...args: unknown[]) => {
        const legal = args.map((argument) => toLegal(argument, name, new Set()));
        calls++;
        underWay.set(calls, call);
        start({ workbench: 'call', id: calls, functionName: name, args: legal });
      };
    },
  });
}

/** A copy as it arrives at the server. Throws what Google throws for what cannot be sent. */
function toLegal(value: unknown, name: string, above: Set<object>): unknown {
  const refuse = (what: string): never => {
    throw new TypeError(
      `${name} was called with ${what}, which google.script.run cannot send: pass text, numbers, true or false, null, lists, plain objects or one form.`,
    );
  };
  if (value === undefined) return null;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object') return refuse(`a ${typeof value}`);
  if (above.has(value)) return refuse('an object that contains itself');
  const below = new Set(above).add(value);
  if (Array.isArray(value)) return value.map((entry) => toLegal(entry, name, below));
  if (value instanceof HTMLFormElement) return formValues(value);
  if (value instanceof Node) return refuse('an element of the page');
  if (value instanceof Date) return refuse('a Date');
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    return refuse(`a ${prototype.constructor?.name ?? 'special object'}`);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .map(([key, entry]) => [key, toLegal(entry, name, below)]),
  );
}

/** Field name to value; several fields of one name become a list. Files cannot be sent here. */
function formValues(form: HTMLFormElement): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const data = new FormData(form);
  for (const name of new Set(data.keys())) {
    const texts = data.getAll(name).filter((entry) => typeof entry === 'string');
    values[name] = texts.length === 1 ? texts[0] : texts;
  }
  return values;
}

const nothing: Call = {
  succeed: () => undefined,
  fail: (error) => console.error(error),
  userObject: undefined,
};

Object.defineProperty(window, 'google', {
  value: {
    script: {
      run: runner(nothing),
      host: {
        origin: around,
        close: () => tell({ workbench: 'close' }),
        setHeight: (height: number) => tell({ workbench: 'size', height }),
        setWidth: (width: number) => tell({ workbench: 'size', width }),
        editor: { focus: () => tell({ workbench: 'focus-editor' }) },
      },
    },
  },
});
