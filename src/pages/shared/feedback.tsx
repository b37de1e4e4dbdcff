// What a page says while the script works for it, and where that went wrong.
import { buttonWords } from './messages.ts';

/** Read out at once; takes no room while there is nothing to say. */
export function Failure({ text }: { text: string | undefined }) {
  return (
    <p role="alert" class="bad">
      {text}
    </p>
  );
}

/** What was done, or how it stands. */
export function Success({ text }: { text: string }) {
  return (
    <p role="status" class="good">
      {text}
    </p>
  );
}

/** In place of what is being read: that it is, or the way to try once more. */
export function Waiting({ text, failure, onAgain }: { text: string; failure: string; onAgain: () => void }) {
  if (failure === '') {
    return (
      <p role="status" class="placeholder">
        {text}
      </p>
    );
  }
  return (
    <button type="button" class="primary" onClick={onAgain}>
      {buttonWords.again}
    </button>
  );
}

/** What is being done, with a bar while it is. */
export function Progress({ text }: { text: string }) {
  return (
    <>
      <p role="status">{text}</p>
      {text !== '' && <progress aria-label={text} />}
    </>
  );
}
