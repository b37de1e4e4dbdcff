// What a page says while the script works for it, and where that went wrong.

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

/** What is being done, with a bar while it is. */
export function Progress({ text }: { text: string }) {
  return (
    <>
      <p role="status">{text}</p>
      {text !== '' && <progress aria-label={text} />}
    </>
  );
}
