// Measures a page of the add-on by its boxes: what is cut, what lies over something else, what stands beyond the frame.
import type { Desk } from './workbench.ts';

/** In words what is wrong with the boxes of the page in this frame as it is now; nothing for what lies over the page on purpose. */
export async function misfitsIn(desk: Desk, frameSelector: string): Promise<string[]> {
  const page = desk.page.frameLocator(frameSelector).locator('html');
  return page.evaluate((html) => {
    const OVER = '.unseen, .menu-list, .drop > input, caption, .hidden, svg, option';
    const isSticky = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).position === 'sticky' || isSticky(element.parentElement));
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== html &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    /** What an ellipsis stands for is beyond the edge on purpose. */
    const isShortened = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).textOverflow === 'ellipsis' || isShortened(element.parentElement));
    const hasText = (element: Element) =>
      element.matches('button, input, select, textarea') ||
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
    // What is under an open dialog is nobody's to read.
    const around = html.querySelector('dialog[open]') ?? html.querySelector('#page');
    const all = [...(around?.querySelectorAll<HTMLElement>('*') ?? [])].filter(
      (element) =>
        hasText(element) && element.checkVisibility() && element.closest(OVER) === null && !isSticky(element),
    );
    const name = (element: Element) =>
      `<${element.localName} ${element.className}> ${(element.textContent ?? '').trim().slice(0, 30)}`;
    /** Whether something that neither scrolls nor shows an ellipsis lets only a part of it through. */
    const isClipped = (rect: DOMRect, around: Element | null): boolean => {
      if (around === null || around === html) return false;
      const { overflowX, textOverflow } = getComputedStyle(around);
      if (textOverflow === 'ellipsis' || /auto|scroll/.test(overflowX)) return false;
      const edge = around.getBoundingClientRect();
      const isBeyond = overflowX !== 'visible' && (rect.right > edge.right + 1 || rect.left < edge.left - 1);
      return isBeyond || isClipped(rect, around.parentElement);
    };
    const found: string[] = [];
    for (const element of all) {
      const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element);
      if (overflowX === 'hidden' && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1)
        found.push(`${name(element)} is cut.`);
      // A name that is cut after its first letter tells nobody what it names.
      if (textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth + 1 && element.clientWidth < 36)
        found.push(`${name(element)} is cut to nothing.`);
      if (overflowY === 'hidden' && webkitLineClamp === 'none' && element.scrollHeight > element.clientHeight + 2)
        found.push(`${name(element)} is cut below.`);
      const box = element.getBoundingClientRect();
      const { left, right } = box;
      if (isClipped(box, element.parentElement)) found.push(`${name(element)} is cut by what it stands in.`);
      if (!scrolls(element) && !isShortened(element.parentElement) && (left < -1 || right > innerWidth + 1))
        found.push(`${name(element)} leaves the frame.`);
    }
    /** Of a box what its scrolling and clipping surroundings let through. */
    const seen = (rect: DOMRect, around: Element | null): DOMRect | undefined => {
      if (around === null || around === html) return rect;
      const { overflowX, overflowY } = getComputedStyle(around);
      if (overflowX === 'visible' && overflowY === 'visible') return seen(rect, around.parentElement);
      const edge = around.getBoundingClientRect();
      const [left, top] = [Math.max(rect.left, edge.left), Math.max(rect.top, edge.top)];
      const [right, bottom] = [Math.min(rect.right, edge.right), Math.min(rect.bottom, edge.bottom)];
      return right > left && bottom > top
        ? seen(new DOMRect(left, top, right - left, bottom - top), around.parentElement)
        : undefined;
    };
    const boxes = all.map((element) => ({
      element,
      rects: [...element.getClientRects()].flatMap((rect) => seen(rect, element.parentElement) ?? []),
    }));
    for (const [index, { element, rects }] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        if (element.contains(other.element)) continue;
        const isOver = rects.some((a) =>
          other.rects.some(
            (b) =>
              Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
              Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4,
          ),
        );
        if (isOver) found.push(`${name(element)} overlaps ${name(other.element)}.`);
      }
    }
    return found;
  });
}
