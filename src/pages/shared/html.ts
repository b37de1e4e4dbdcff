// HTML that pages hand out as files: what people wrote stays text in it.

const HEAD = '<!DOCTYPE html><html lang="en"><meta charset="utf-8">';
/** For paper, and for a window of any width. */
const LOOK =
  'body{max-width:44em;margin:2em auto;padding:0 1em;font:16px/1.5 sans-serif}blockquote{margin:.25em 0;white-space:pre-line}td,th{padding:.25em .75em .25em 0;text-align:left}li,tr{break-inside:avoid}h2{break-after:avoid}';

/** An element with parts in it that are HTML already, a line each. */
export function element(tag: string, parts: readonly string[]): string {
  return `<${tag}>${parts.join('\n')}</${tag}>`;
}

/** An element that says a text. */
export function saying(tag: string, text: string): string {
  return element(tag, [text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)]);
}

/** A page of its own, in which nothing is fetched from anywhere. */
export function htmlPage(title: string, parts: readonly string[]): string {
  return [HEAD, saying('title', title), element('style', [LOOK]), saying('h1', title), ...parts, ''].join('\n');
}
