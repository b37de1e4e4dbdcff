// HtmlService: pages from files, texts and templates.

import type { Runtime } from '../runtime.ts';
import { escapeFor, PlaceReader, PRINTERS, templateCode } from '../script/html-template.ts';
import { type Enumeration, type EnumValue, Service, ServiceError, type Surface, setProperty } from '../service.ts';
import { Blob } from './blob.ts';
import { SANDBOX_MODE, X_FRAME_OPTIONS_MODE } from './enumerations.ts';

type OutputMethods =
  | 'addMetaTag'
  | 'append'
  | 'appendUntrusted'
  | 'asTemplate'
  | 'clear'
  | 'getBlob'
  | 'getContent'
  | 'getHeight'
  | 'getTitle'
  | 'getWidth'
  | 'setContent'
  | 'setFaviconUrl'
  | 'setHeight'
  | 'setSandboxMode'
  | 'setTitle'
  | 'setWidth'
  | 'setXFrameOptionsMode';

export class HtmlOutput extends Service implements Surface<GoogleAppsScript.HTML.HtmlOutput, OutputMethods> {
  override readonly serviceName = 'HtmlOutput';
  readonly runtime: Runtime;
  html: string;
  title: string | undefined;
  width: number | undefined;
  height: number | undefined;

  constructor(runtime: Runtime, html: string) {
    super();
    this.runtime = runtime;
    this.html = html;
  }

  getContent(): string {
    return this.html;
  }
  setContent(content: string): this {
    this.html = content;
    return this;
  }
  append(addedContent: string): this {
    this.html += addedContent;
    return this;
  }
  appendUntrusted(addedContent: string): this {
    this.html += escapeFor('text', addedContent, this.runtime.switches);
    return this;
  }
  clear(): this {
    this.html = '';
    return this;
  }
  asTemplate(): HtmlTemplate {
    return new HtmlTemplate(this.runtime, this.html);
  }
  getTitle(): string {
    return this.title ?? '';
  }
  setTitle(title: string): this {
    this.title = title;
    return this;
  }
  getWidth(): number {
    return this.width ?? 0;
  }
  setWidth(width: number | null): this {
    this.width = width ?? undefined;
    return this;
  }
  getHeight(): number {
    return this.height ?? 0;
  }
  setHeight(height: number | null): this {
    this.height = height ?? undefined;
    return this;
  }
  /** Of web apps only: a sidebar or dialog has no meta tags, icon or frame options of its own. */
  addMetaTag(_name: string, _content: string): this {
    return this;
  }
  setFaviconUrl(_iconUrl: string): this {
    return this;
  }
  setSandboxMode(_mode: EnumValue): this {
    return this;
  }
  setXFrameOptionsMode(_mode: EnumValue): this {
    return this;
  }
  getBlob(): Blob {
    return new Blob(Buffer.from(this.html, 'utf8'), 'text/html', null);
  }
}

export class HtmlTemplate
  extends Service
  implements Surface<GoogleAppsScript.HTML.HtmlTemplate, 'evaluate' | 'getCode' | 'getRawContent'>
{
  override readonly serviceName = 'HtmlTemplate';
  readonly runtime: Runtime;
  readonly template: string;
  /** What the script has set on the template: values of the script's own, never copied. */
  readonly variables = new Map<string, unknown>();

  constructor(runtime: Runtime, template: string) {
    super();
    this.runtime = runtime;
    this.template = template;
  }

  [setProperty](name: string, value: unknown): void {
    this.variables.set(name, value);
  }

  evaluate(): HtmlOutput {
    const places = new PlaceReader();
    let html = '';
    const literal = (text: string) => {
      places.read(text);
      html += text;
    };
    const escaped = (value: unknown) => {
      html += escapeFor(places.place, value, this.runtime.switches);
      places.printed();
    };
    // Text that is printed as it is may open or close a tag.
    const raw = (value: unknown) => literal(value === null || value === undefined ? '' : String(value));
    const run = this.runtime.compile([...PRINTERS, ...this.variables.keys()], templateCode(this.template));
    run(literal, escaped, raw, ...this.variables.values());
    return new HtmlOutput(this.runtime, html);
  }
  getRawContent(): string {
    return this.template;
  }
  getCode(): string {
    return templateCode(this.template);
  }
}

type HtmlMethods =
  | 'SandboxMode'
  | 'XFrameOptionsMode'
  | 'createHtmlOutput'
  | 'createHtmlOutputFromFile'
  | 'createTemplate'
  | 'createTemplateFromFile';

export class HtmlService extends Service implements Surface<GoogleAppsScript.HTML.HtmlService, HtmlMethods> {
  override readonly serviceName = 'HtmlService';
  readonly runtime: Runtime;

  constructor(runtime: Runtime) {
    super();
    this.runtime = runtime;
  }

  get SandboxMode(): Enumeration {
    return SANDBOX_MODE;
  }
  get XFrameOptionsMode(): Enumeration {
    return X_FRAME_OPTIONS_MODE;
  }
  createHtmlOutput(html: string | Blob = ''): HtmlOutput {
    return new HtmlOutput(this.runtime, html instanceof Blob ? html.getDataAsString() : String(html));
  }
  createHtmlOutputFromFile(filename: string): HtmlOutput {
    return new HtmlOutput(this.runtime, fileText(this.runtime, filename));
  }
  createTemplate(html: string | Blob): HtmlTemplate {
    return new HtmlTemplate(this.runtime, html instanceof Blob ? html.getDataAsString() : String(html));
  }
  createTemplateFromFile(filename: string): HtmlTemplate {
    return new HtmlTemplate(this.runtime, fileText(this.runtime, filename));
  }
}

function fileText(runtime: Runtime, name: string): string {
  const text = runtime.project.page(String(name));
  if (text === undefined) throw new ServiceError(`No HTML file named ${name} was found.`);
  return text;
}
