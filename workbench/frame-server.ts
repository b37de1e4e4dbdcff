// Serves the add-on's pages from an origin of their own, so that their scripts reach nothing of the workbench page.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { closeServer, listen } from './listener.ts';

export interface FrameServer {
  origin: string;
  /** Takes a page in; the address it is served at cannot be guessed. */
  add(frame: string, html: string): string;
  remove(frame: string): void;
  close(): Promise<void>;
}

/** `port`: the one to listen on if it is free. `around`: the origins whose page may show a frame. `shim`: the script that gives a page its `google.script`. */
export async function startFrames(around: string[], shim: string, port = 0): Promise<FrameServer> {
  const pages = new Map<string, { path: string; html: string }>();
  // Inline script and style as HtmlService's pages have them, and no network at all.
  const policy = [
    "default-src 'none'",
    "script-src 'unsafe-inline'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${around.join(' ')}`,
  ].join('; ');
  const headers = {
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Content-Type': 'text/html; charset=utf-8',
  };
  let name = '';
  const server = createServer((request, response) => {
    const [path, query] = (request.url ?? '').split('?', 2);
    const page = [...pages.values()].find((each) => each.path === path);
    const parent = new URLSearchParams(query).get('around') ?? '';
    if (request.method !== 'GET' || request.headers.host !== name || page === undefined || !around.includes(parent)) {
      response.writeHead(404, headers);
      response.end('There is no such page.');
      return;
    }
    response.writeHead(200, headers);
    response.end(withShim(page.html, shim));
  });
  name = `127.0.0.1:${await listen(server, port).catch(() => listen(server, 0))}`;
  return {
    origin: `http://${name}`,
    add(frame, html) {
      const path = `/${randomBytes(24).toString('base64url')}`;
      pages.set(frame, { path, html });
      return `http://${name}${path}`;
    },
    remove: (frame) => pages.delete(frame),
    close: () => closeServer(server),
  };
}

/** The shim comes before every script of the page, but after its doctype, which must stay first. */
function withShim(html: string, shim: string): string {
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? '';
  const script = `<script>${shim.replaceAll('</script', '<\\/script')}</script>`;
  return `${doctype === '' ? '<!DOCTYPE html>' : doctype}${script}${html.slice(doctype.length)}`;
}
