// Calls of the script from a view: which are waited for, and what went wrong with the last one.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Answer, type CallName, callScript, type Outcome, type Request } from './client.ts';
import { callWords } from './messages.ts';

/**
 * The calls of one view. `call` hands out the answer; undefined where it failed, which `failure` then says in one sentence, or where
 * a later call of the same function or `forget` has made it pointless. An answer that comes after the view has gone is handed out, since
 * what was written is written. `working` is what `doing` says of the calls that are waited for, of the last one where it
 * says something of several.
 */
export function useCall(doing: Partial<Record<CallName, string>> = {}) {
  const waiting = useRef(new Map<CallName, object>());
  const isGone = useRef(false);
  const [pending, setPending] = useState<readonly CallName[]>([]);
  const [failure, setFailure] = useState('');

  useEffect(
    () => () => {
      isGone.current = true;
    },
    [],
  );

  function show(message?: string) {
    if (isGone.current) return;
    setPending([...waiting.current.keys()]);
    if (message !== undefined) setFailure(message);
  }

  async function call<Name extends CallName>(name: Name, ...request: Request<Name>): Promise<Answer<Name> | undefined> {
    const token = {};
    waiting.current.delete(name);
    waiting.current.set(name, token);
    show('');
    const outcome: Outcome<Name> = await callScript(name, ...request).catch(unreachable);
    if (waiting.current.get(name) !== token) return undefined;
    waiting.current.delete(name);
    show(outcome.ok ? undefined : outcome.message);
    return outcome.ok ? outcome : undefined;
  }

  return {
    call,
    isWorking: pending.length > 0,
    working: pending.flatMap((name) => doing[name] ?? []).pop() ?? '',
    failure,
    /** Says what kept a call from being made; `''` takes back what was said. */
    fail: setFailure,
    /** True from the call itself on, where `isWorking` is only seen with the next painting: a double click finds it. */
    isBusy: () => waiting.current.size > 0,
    /** Takes back what was said, and waits for nothing any more. */
    forget: () => {
      waiting.current.clear();
      show('');
    },
  };
}

/** What to say when a call never reached the script, or came back with the platform's own error. */
function unreachable(error: unknown): { ok: false; message: string } {
  const detail = error instanceof Error && error.message !== '' ? ` (${error.message})` : '';
  return { ok: false, message: callWords.unreachable + detail };
}
