// What the services of one execution share.

import type { AlertAnswer, AlertRequest, Area, HostEvent, Menu } from '../protocol.ts';
import type { Execution } from './execution.ts';
import type { BookModel } from './model/book-model.ts';
import type { SheetModel } from './model/sheet-model.ts';
import type { Manifest, ScriptProject } from './script/project.ts';
import type { Realm } from './script/realm.ts';
import type { Service, ServiceError } from './service.ts';
import type { HostStore, StoredProperties } from './store.ts';
import type { Switches } from './switches.ts';

/** Who holds which lock. */
export type Locks = Map<string, Execution>;

/** How a service hands out those that import it: from a range one comes to its sheet, from there to the spreadsheet. */
interface Handles {
  spreadsheet(): Service;
  sheet(model: SheetModel): Service;
  range(model: SheetModel, area: Area): Service;
  /** The range that a reference names as rules see it, from the first sheet; undefined where there is none. */
  rangeOfRule(reference: string): Service | undefined;
}

export interface Runtime {
  readonly handles: Handles;
  /** Makes what is the script's own already, so that it need not be copied. */
  readonly realm: Pick<Realm, 'array' | 'date'>;
  readonly execution: Execution;
  readonly manifest: Manifest;
  readonly project: ScriptProject;
  readonly book: BookModel;
  readonly store: HostStore;
  readonly properties: StoredProperties;
  readonly cache: Map<string, { text: string; until: number }>;
  readonly locks: Locks;
  readonly switches: Switches;
  /** Writes that a validation rule rejected and that the next flush throws. */
  readonly rejected: ServiceError[];
  /** Sends what has changed to the windows, and throws what the flush has to throw. */
  flush(): void;
  tell(event: HostEvent): void;
  /** Waits for the person's answer. */
  ask(request: AlertRequest): AlertAnswer;
  addMenu(menu: Menu): void;
  /** Opens a page and gives the name of its frame. */
  openPage(place: 'sidebar' | 'modal' | 'modeless', title: string, html: string, width?: number, height?: number): void;
  /** Called between two ranges of a list that are written with one call. */
  betweenRanges(): void;
  /** Compiles a template's code where the script runs. */
  compile(names: readonly string[], code: string): (...args: unknown[]) => unknown;
  /** The address that a person opens a Drive file at. */
  driveLink(id: string): string;
}
