// The button that closes a dialog.
import { useEffect, useRef } from 'preact/hooks';
import { closePage } from '../client.ts';
import { buttonWords } from '../messages.ts';

/** `takesFocus`: what the dialog was opened for is done, so that Enter closes it. */
export function CloseButton({ takesFocus = false }: { takesFocus?: boolean }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, []);
  return (
    <button type="button" class="primary" ref={button} onClick={closePage}>
      {buttonWords.close}
    </button>
  );
}
