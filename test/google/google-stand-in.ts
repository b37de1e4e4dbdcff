// Stands in for Google's two services that clasp speaks to (Apps Script API, Drive API), in the shapes of their reference pages.
// It shows what our commands make of clasp's work and of refusals. That Google answers so, nobody can show without an account.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export const SCRIPT_ID = 'stand-in-script-0123456789';
export const SPREADSHEET_ID = 'stand-in-spreadsheet-0123456789';

/** The manifest that a new script has on Google: not ours. */
const FIRST_MANIFEST = '{"timeZone":"America/New_York","dependencies":{},"exceptionLogging":"STACKDRIVER"}';

interface Asked {
  method: string;
  path: string;
  // biome-ignore lint/suspicious/noExplicitAny: bodies of several shapes, read by tests.
  body: any;
}

export class GoogleStandIn {
  readonly asked: Asked[] = [];
  /** The script's deployments. */
  deployments: { deploymentId: string; deploymentConfig: { versionNumber?: number; description?: string } }[] = [
    { deploymentId: 'head', deploymentConfig: {} },
  ];
  /** Where a request has this method and a path with this text, it is refused so. */
  refusals: { method: string; path: string; code: number; message: string }[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<GoogleStandIn> {
    const server = createServer();
    const google = new GoogleStandIn(server);
    server.on('request', (request, response) => {
      let text = '';
      request.on('data', (chunk) => {
        text += chunk;
      });
      request.on('end', () => {
        const { method = '', url = '' } = request;
        const body = text.startsWith('{') ? JSON.parse(text) : text;
        const { code, answer } = google.#answer({ method, path: url.split('?')[0] ?? '', body });
        response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((listening) => {
      server.listen(0, '127.0.0.1', listening);
    });
    return google;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((done) => {
      this.#server.close(() => done());
    });
  }

  /** What was asked, as `METHOD path`; renewing the login is left out. */
  get steps(): string[] {
    return this.asked
      .map(({ method, path }) => `${method} ${path.replace(/^\/[^/]+/, '')}`)
      .filter((step) => step !== 'POST /token');
  }

  #answer(asked: Asked): { code: number; answer: unknown } {
    this.asked.push(asked);
    const { method, path, body } = asked;
    const refusal = this.refusals.find((refusal) => refusal.method === method && path.includes(refusal.path));
    if (refusal !== undefined) {
      const { code, message } = refusal;
      return { code, answer: { error: { code, message, errors: [{ message, domain: 'global' }] } } };
    }
    const script = `/script.googleapis.com/v1/projects/${SCRIPT_ID}`;
    switch (`${method} ${path}`) {
      case 'POST /oauth2.googleapis.com/token':
        return { code: 200, answer: { access_token: 'new', refresh_token: 'kept', expires_in: 3600 } };
      case 'GET /www.googleapis.com/oauth2/v2/userinfo':
        return { code: 200, answer: { email: 'you@example.com', id: '1' } };
      case 'POST /www.googleapis.com/drive/v3/files':
        return { code: 200, answer: { id: SPREADSHEET_ID } };
      case 'POST /script.googleapis.com/v1/projects':
        return { code: 200, answer: { scriptId: SCRIPT_ID, title: body.title, parentId: body.parentId } };
      case `GET ${script}/content`:
        return { code: 200, answer: { files: [{ name: 'appsscript', type: 'JSON', source: FIRST_MANIFEST }] } };
      case `PUT ${script}/content`:
        return { code: 200, answer: body };
      case `GET ${script}/deployments`:
        return { code: 200, answer: { deployments: this.deployments } };
      case `POST ${script}/versions`:
        return { code: 200, answer: { versionNumber: 7, description: body.description } };
      case `POST ${script}/deployments`:
        return { code: 200, answer: { deploymentId: 'deployed', deploymentConfig: body } };
      case `PUT ${script}/deployments/deployed`:
        return { code: 200, answer: { deploymentId: 'deployed', ...body } };
      default:
        return { code: 404, answer: { error: { code: 404, message: 'Requested entity was not found.' } } };
    }
  }
}
