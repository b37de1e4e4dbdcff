// A page as HtmlService hands it out.

/** The page without what looks like a comment in its inline scripts. Texts and regular expressions are not looked at, which is the harm. */
export function cutPage(html: string): string {
  return html.replace(
    /(<script\b[^>]*>)([\s\S]*?)(<\/script>)/gi,
    (_, open: string, code: string, close: string) =>
      open + code.replace(/\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))|\/\/.*/g, '') + close,
  );
}
