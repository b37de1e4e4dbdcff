// Reads the JSON body of a request, with a limit.
import type { IncomingMessage } from 'node:http';

/** Bytes; well over the largest paste or log that a spreadsheet holds. */
export const BODY_LIMIT = 16 * 1024 * 1024;

/** A request that cannot be served; the message is for people. */
export class RequestError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The object in the body. RequestError 413 above the limit, 400 for what is no JSON object or is cut off. */
export async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const tooLarge = new RequestError(
    413,
    `That is more than the workbench takes at once (${BODY_LIMIT / 1024 / 1024} MB).`,
  );
  if (Number(request.headers['content-length']) > BODY_LIMIT) throw tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += chunk.length;
      if (size > BODY_LIMIT) throw tooLarge;
      chunks.push(chunk);
    }
  } catch (error) {
    throw error === tooLarge ? tooLarge : new RequestError(400, 'The request was cut off.');
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  } catch {
    // Said below: what is no JSON and what is no object are the same mistake.
  }
  throw new RequestError(400, 'The request is no JSON object.');
}
