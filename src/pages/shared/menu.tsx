// A button with a menu under it: what else can be done with the thing that it stands beside.
import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import './menu.css';

export interface MenuItem {
  label: string;
  /** There, but without effect just now. */
  isOff?: boolean;
  act: () => void;
}

/**
 * `label` names the button and the menu; `about` is said above the items. Arrows, Home and End go through them; Escape, Tab and whatever
 * else takes the focus away close it. What is chosen is done once the button has the focus again.
 */
export function Menu({
  label,
  about,
  items,
}: {
  label: string;
  about?: ComponentChildren;
  items: readonly MenuItem[];
}) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

  useLayoutEffect(() => {
    if (!isOpen) return;
    buttons()[0]?.focus();
    list.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>) {
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const places: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const place = places[event.key];
    if (event.key === 'Tab') return close();
    if (event.key !== 'Escape' && place === undefined) return;
    // What is around it closes at Escape, too.
    event.preventDefault();
    event.stopPropagation();
    if (place === undefined) close();
    else all.at(place % all.length)?.focus();
  }

  return (
    <div class="menu">
      <button
        type="button"
        class="more"
        ref={button}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        ⋯
      </button>
      {isOpen && (
        <div class="menu-list" ref={list}>
          {about !== undefined && <div class="menu-about">{about}</div>}
          <div
            role="menu"
            aria-label={label}
            tabIndex={-1}
            onKeyDown={onKeyDown}
            onFocusOut={({ currentTarget, relatedTarget }) => {
              // A click on the button closes it by itself.
              if (relatedTarget !== button.current && !currentTarget.contains(relatedTarget as Node | null))
                setOpen(false);
            }}
          >
            {items.map(({ label: name, isOff = false, act }) => (
              <button
                key={name}
                type="button"
                role="menuitem"
                tabIndex={-1}
                aria-disabled={isOff}
                onClick={() => {
                  if (isOff) return;
                  close();
                  act();
                }}
              >
                {name}
              </button>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
