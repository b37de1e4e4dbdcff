// Blobs: bytes with a type and a name.

import { Service, ServiceError, type Surface } from '../service.ts';

type BlobMethods =
  | 'copyBlob'
  | 'getBytes'
  | 'getContentType'
  | 'getDataAsString'
  | 'getName'
  | 'isGoogleType'
  | 'setBytes'
  | 'setContentType'
  | 'setContentTypeFromExtension'
  | 'setDataFromString'
  | 'setName';

const TYPES: Record<string, string> = {
  csv: 'text/csv',
  html: 'text/html',
  json: 'application/json',
  md: 'text/markdown',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
};

export class Blob extends Service implements Surface<GoogleAppsScript.Base.Blob, BlobMethods> {
  override readonly serviceName = 'Blob';
  bytes: Uint8Array;
  contentType: string | null;
  name: string | null;

  constructor(bytes: Uint8Array, contentType: string | null, name: string | null) {
    super();
    this.bytes = bytes;
    this.contentType = contentType;
    this.name = name;
  }

  copyBlob(): Blob {
    return new Blob(Uint8Array.from(this.bytes), this.contentType, this.name);
  }
  /** Signed bytes, as Apps Script gives them. */
  getBytes(): number[] {
    return [...Int8Array.from(this.bytes)];
  }
  setBytes(data: number[]): this {
    this.bytes = Uint8Array.from(data);
    return this;
  }
  getDataAsString(charset = 'UTF-8'): string {
    return new TextDecoder(charset, { ignoreBOM: true }).decode(this.bytes);
  }
  setDataFromString(text: string, charset = 'UTF-8'): this {
    if (!/^utf-?8$/i.test(charset))
      throw new ServiceError(`not implemented in the local host: Blob.setDataFromString in ${charset}`);
    this.bytes = Buffer.from(text, 'utf8');
    return this;
  }
  getContentType(): string | null {
    return this.contentType;
  }
  setContentType(contentType: string | null): this {
    this.contentType = contentType;
    return this;
  }
  setContentTypeFromExtension(): this {
    this.contentType = TYPES[this.name?.split('.').pop()?.toLowerCase() ?? ''] ?? null;
    return this;
  }
  getName(): string | null {
    return this.name;
  }
  setName(name: string): this {
    this.name = name;
    return this;
  }
  isGoogleType(): boolean {
    return false;
  }
}
