// What every form has around its fields: a heading that takes the focus, what is missing, what keeps it from being saved, buttons, keys.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Failure } from '../../shared/feedback.tsx';
import { buttonWords, formWords } from '../../shared/messages.ts';

/** The heading of a view; it takes the focus where the person already works in this page, so that nobody is left nowhere. */
export function Heading({ isUnseen = false, children }: { isUnseen?: boolean; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (document.hasFocus()) heading.current?.focus();
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} class={isUnseen ? 'unseen' : ''}>
      {children}
    </h1>
  );
}

/** Gives the focus to the first field that may not be saved; a field's id is its name. */
export function useFocusOnFirst(refusals: Readonly<Record<string, unknown>>): void {
  useLayoutEffect(() => {
    const field = Object.keys(refusals)[0];
    if (field !== undefined) document.getElementById(field)?.focus();
  }, [refusals]);
}

/** Ctrl+Enter (or ⌘+Enter) saves, Escape goes back; what was typed is kept either way. */
export function FormFrame({
  title,
  form: { failure, isSaving, isTyped, missing = [], send },
  label,
  onBack,
  foot,
  children,
}: {
  title: string;
  form: {
    failure: string;
    isSaving: boolean;
    isTyped?: boolean;
    /** The labels of what is still to be filled in. */
    missing?: readonly string[];
    send: () => void;
  };
  label: string;
  onBack: () => void;
  /** A line that stays in sight above the buttons. */
  foot?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <form
      noValidate
      aria-busy={isSaving}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          send();
        } else if (event.key === 'Escape' && !isSaving) {
          event.preventDefault();
          event.stopPropagation();
          onBack();
        }
      }}
    >
      <Heading>{title}</Heading>
      {children}
      <div class="foot">
        {foot}
        <Failure text={failure} />
        {missing.length > 0 && <p class="quiet">{formWords.missing(missing)}</p>}
        <div class="buttons">
          <button type="submit" class="primary" disabled={isSaving}>
            {isSaving ? formWords.saving : label}
          </button>
          <button type="button" disabled={isSaving} onClick={onBack}>
            {buttonWords.back}
          </button>
          {isTyped && <p class="quiet">{formWords.unsaved}</p>}
        </div>
      </div>
    </form>
  );
}
