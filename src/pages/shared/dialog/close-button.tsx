// The buttons that close a dialog, and what it says in the end.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { closePage } from '../client.ts';
import { Success } from '../feedback.tsx';
import { buttonWords } from '../messages.ts';

/** `takesFocus`: what the dialog was opened for is done, so that Enter closes it. */
export function CloseButton({ takesFocus = false }: { takesFocus?: boolean }) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (takesFocus) button.current?.focus();
  }, []);
  return (
    <button type="button" class="primary" ref={button} onClick={closePage}>
      {buttonWords.close}
    </button>
  );
}

/** Closes a dialog in which nothing is done yet. */
export function CancelButton({ disabled = false }: { disabled?: boolean }) {
  return (
    <button type="button" onClick={closePage} disabled={disabled}>
      {buttonWords.cancel}
    </button>
  );
}

/** The last view of a dialog, where there is only to say what was done. */
export function Done({ text }: { text: string }) {
  return (
    <section>
      <Success text={text} />
      <div class="buttons">
        <CloseButton takesFocus />
      </div>
    </section>
  );
}
