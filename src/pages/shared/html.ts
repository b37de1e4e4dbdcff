// HTML that pages hand out as files: what people wrote stays text in it.

export function plainHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
