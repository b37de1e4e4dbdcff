// Work that a view does for a person: what is being done, and what went wrong with it.
import { useState } from 'preact/hooks';
import { unreachable } from '../shared/mount.tsx';

/** `attempt` says what it does while `work` runs; `work` hands out what went wrong, if anything did. */
export function useAttempt() {
  const [working, setWorking] = useState('');
  const [trouble, setTrouble] = useState('');

  async function attempt(what: string, work: () => Promise<string | undefined>): Promise<void> {
    setWorking(what);
    setTrouble('');
    try {
      setTrouble((await work()) ?? '');
    } catch (error) {
      setTrouble(unreachable(error));
    }
    setWorking('');
  }

  return { working, trouble, setTrouble, attempt };
}
