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
    const all = [...html.querySelectorAll<HTMLElement>('#page *')].filter(
      (element) =>
        hasText(element) && element.checkVisibility() && element.closest(OVER) === null && !isSticky(element),
    );
    const name = (element: Element) =>
      `<${element.localName} ${element.className}> ${(element.textContent ?? '').trim().slice(0, 30)}`;
    const found: string[] = [];
    for (const element of all) {
      const { overflowX, textOverflow } = getComputedStyle(element);
      if (overflowX === 'hidden' && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1)
        found.push(`${name(element)} is cut.`);
      const { left, right } = element.getBoundingClientRect();
      if (!scrolls(element) && !isShortened(element.parentElement) && (left < -1 || right > innerWidth + 1))
        found.push(`${name(element)} leaves the frame.`);
    }
    const boxes = all.map((element) => ({ element, rects: [...element.getClientRects()] }));
    for (const [index, { element, rects }] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        if (element.contains(other.element) || scrolls(element) !== scrolls(other.element)) continue;
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
