// The local host: a spreadsheet with the script project bound to it, on this machine.

import type {
  ActionOutcome,
  AlertAnswer,
  AlertRequest,
  BookSnapshot,
  HostEvent,
  Menu,
  Patch,
  PersonAction,
  RunResult,
} from '../protocol.ts';
import { EditQueue } from './edit-queue.ts';
import { type AuthMode, Execution, Meter, type ServiceCall } from './execution.ts';
import { BookModel } from './model/book-model.ts';
import { type Direction, History } from './model/history.ts';
import { OpenPages } from './open-pages.ts';
import { callKind, checkPermission } from './permission.ts';
import { applyAction, isWarned, makeTables, placeOf, repaintCells, WARNING } from './person.ts';
import { type Edit, eventText } from './person-entries.ts';
import type { Locks, Runtime } from './runtime.ts';
import { type Ending, Engine } from './script/engine.ts';
import { type LoadedScripts, ScriptProject } from './script/project.ts';
import { crossingArguments, crossingResult, IllegalValue } from './script/serialisation.ts';
import { cutPage } from './script/served-page.ts';
import { Killed, type Service, ServiceError } from './service.ts';
import { AUTH_MODE } from './services/enumerations.ts';
import { createServices } from './services/globals.ts';
import { Range } from './services/spreadsheet/range.ts';
import { rangeNamed, Sheet } from './services/spreadsheet/sheet.ts';
import { Spreadsheet } from './services/spreadsheet/spreadsheet.ts';
import { User } from './services/utilities.ts';
import type { HostStore, StoredProperties } from './store.ts';
import { type Switches, USUAL } from './switches.ts';

export interface HostOptions extends Partial<Switches> {
  /** Folder with Code.js, appsscript.json and the *.html pages. Read at every execution if changed. */
  dist: string;
  store: HostStore;
  /** Milliseconds since 1970; the clock the scripts see in `new Date()` and Date.now(). Default Date.now. */
  now?: () => number;
  /** Called synchronously while an execution waits on Ui.alert, and before a person's edit where a protection warns.
   *  Default: Ui.alert throws, saying that nobody is there to answer, and the edit is made. */
  answerAlert?: (alert: AlertRequest) => AlertAnswer;
  listen?: (event: HostEvent) => void;
  /** An email address. */
  user?: string;
  /** Users who may look and not edit. */
  viewers?: readonly string[];
  /** The authorization `onOpen` runs with: NONE as in an add-on that was never used here. Default LIMITED. */
  openMode?: 'NONE' | 'LIMITED';
  /** Runs executions in contexts in which the scripts were loaded by earlier ones, of any host, instead of loading them anew as Google
   *  does: several times as fast. What the scripts keep in their modules stays. */
  keepsScripts?: boolean;
  /** What scripts log. Default: to standard error. */
  print?: (level: string, text: string) => void;
  /** The address at which a person can open a Drive file. Default: Google's. */
  driveLink?: (id: string) => string;
}

type Args = (runtime: Runtime) => unknown[];

export class Host {
  readonly meter = new Meter();
  /** Who acts from now on: properties, Drive grants and locks are kept for each. */
  user: string;
  /** For tests: called before every service call. Throwing a ServiceError makes the call fail, throwing Killed ends the
   *  execution; calling the host in it runs another execution inside this one. */
  beforeCall: ((call: ServiceCall) => void) | undefined;
  /** For tests: called between two ranges of a RangeList that one call writes, where others' changes may come in between, too. */
  betweenRanges: (() => void) | undefined;
  readonly #options: HostOptions;
  readonly #switches: Switches;
  readonly #project: ScriptProject;
  #kept: LoadedScripts | undefined;
  readonly #book: BookModel;
  readonly #properties: StoredProperties;
  readonly #cache = new Map<string, { text: string; until: number }>();
  readonly #locks: Locks = new Map();
  readonly #edits = new EditQueue();
  readonly #history: History;
  readonly #pages = new OpenPages((event) => this.#tell(event));
  #menus: Menu[] = [];
  /** What has changed since the book was saved. */
  #unsaved: Patch[] = [];

  constructor(options: HostOptions) {
    this.#options = options;
    this.#switches = { ...USUAL, ...options };
    this.user = options.user ?? 'you@example.com';
    this.#project = new ScriptProject(options.dist);
    const now = () => this.#now();
    this.#book = new BookModel(options.store.loadBook() ?? newBook(), now, this.#switches);
    this.#history = new History(this.#book);
    this.#properties = options.store.loadProperties();
  }

  /** Runs onOpen (simple trigger) and tells the menus; for a viewer no trigger runs, so there are none. */
  open(): void {
    this.#menus = [];
    if (this.#isViewer) {
      this.#tell({ kind: 'menus', menus: this.#menus });
      return;
    }
    const mode = this.#options.openMode ?? 'LIMITED';
    this.#trigger('onOpen', mode, (runtime) => [
      { authMode: AUTH_MODE.of(mode), source: new Spreadsheet(runtime), user: new User(this.user) },
    ]);
    this.#tell({ kind: 'menus', menus: this.#menus });
  }

  /** Runs onInstall (simple trigger), as when a person has just added the add-on. */
  install(): void {
    this.#trigger('onInstall', 'FULL', (runtime) => [
      { authMode: AUTH_MODE.of('FULL'), source: new Spreadsheet(runtime), user: new User(this.user) },
    ]);
    this.#tell({ kind: 'menus', menus: this.#menus });
  }

  snapshot(): BookSnapshot {
    this.#book.compute();
    return this.#book.snapshot();
  }

  menus(): Menu[] {
    return this.#menus;
  }

  /** A person's action: judged by the rules (validation), applied to the model, patches told, then onEdit fired where Google would
   *  (typing, paste, fill, clear, undo, redo; not row insertion/deletion, sort, renames), its writes told as patches too.
   *  While an onEdit of the same user runs, the next two wait for its end, and later ones never come. */
  act(action: PersonAction, origin?: string): ActionOutcome {
    if (this.#isViewer && action.kind !== 'select') {
      const message = 'You can only view this spreadsheet: ask its owner to let you edit.';
      return { refused: [{ row: -1, column: -1, message }] };
    }
    const { answerAlert } = this.#options;
    if (answerAlert && isWarned(this.#book, action) && answerAlert(WARNING) !== 'ok') {
      repaintCells(this.#book, action);
      this.#flush(origin);
      return { refused: [] };
    }
    if (action.kind === 'undo' || action.kind === 'redo') return this.#takeBack(action.kind, origin);
    if (action.kind === 'select') {
      const { refused } = applyAction(this.#book, action);
      this.#flush(origin);
      this.#tell({ kind: 'active', sheet: action.sheet, area: action.area });
      return { refused };
    }
    return this.#step(origin, (run) => ({
      refused: this.#history.record(origin ?? '', () => {
        const { refused, edit } = applyAction(this.#book, action);
        run(edit);
        const area = edit?.area ?? placeOf(action);
        const place = area && 'sheet' in action ? { sheet: action.sheet, area } : undefined;
        return { refused, place, edit: edit && (edit.single ? 'single' : 'many') };
      }).refused,
    }));
  }

  /** What a window can take back, or do again. */
  history(origin: string): Record<Direction, boolean> {
    return { undo: this.#history.can('undo', origin), redo: this.#history.can('redo', origin) };
  }

  /** One step of that window. The person is shown where, and scripts hear of it if they heard of the step. */
  #takeBack(direction: Direction, origin: string | undefined): ActionOutcome {
    return this.#step(origin, (run) => {
      const problem = this.#history.take(direction, origin ?? '', (step, oldValue) => {
        const sheet = step.place && this.#book.sheet(step.place.sheet);
        if (!step.place || !sheet) return run(undefined);
        const { row, column } = step.place.area;
        const isTold = this.#switches.editValues === 'typed';
        const single = { value: eventText(sheet.cell(row, column)?.value), oldValue: eventText(oldValue) };
        const edit: Edit = { sheet, area: step.place.area, ...(step.edit === 'single' && isTold && { single }) };
        this.#tell({ kind: 'active', ...step.place });
        run(step.edit && edit);
      });
      return { refused: problem === undefined ? [] : [{ row: -1, column: -1, message: problem }] };
    });
  }

  /** Does what a person wants; `run`, called once it is done, tells it and has onEdit run: within the step, or after it. */
  #step(origin: string | undefined, work: (run: (edit: Edit | undefined) => void) => ActionOutcome): ActionOutcome {
    let later: Edit | undefined;
    const outcome = work((edit) => {
      this.#flush(origin);
      this.#save();
      if (!edit) return;
      if (this.#switches.undo === 'edit') later = edit;
      else this.#edits.add(this.user, edit, (next) => this.#edited(next));
    });
    if (later) this.#edits.add(this.user, later, (next) => this.#edited(next));
    return outcome;
  }

  /** A click on a menu item. */
  choose(functionName: string): RunResult {
    const ending = this.#execute(functionName, 'FULL', false, () => []);
    if (ending.ok) return { ok: true, value: crossingResult(ending.value) };
    const message = shownMessage(ending);
    this.#tell({ kind: 'failed', functionName, message });
    return { ok: false, message };
  }

  /** google.script.run from a page: only plain public top-level functions without trailing `_`; arguments and result go through
   *  the platform's serialisation (a Date anywhere in the result makes it null). */
  call(functionName: string, args: unknown[]): RunResult {
    let values: unknown[];
    try {
      values = crossingArguments(args, this.#switches);
    } catch (error) {
      if (error instanceof IllegalValue) return { ok: false, message: error.message };
      throw error;
    }
    if (functionName.endsWith('_')) return { ok: false, message: `Script function not found: ${functionName}` };
    const ending = this.#execute(functionName, 'FULL', false, () => values);
    return ending.ok ? { ok: true, value: crossingResult(ending.value) } : { ok: false, message: ending.message };
  }

  /** google.script.host.close() of a page, or the person closed it. */
  closePage(frame: string): void {
    this.#pages.close(frame);
  }

  get #isViewer(): boolean {
    return this.#options.viewers?.includes(this.user) ?? false;
  }

  #now(): number {
    return this.#options.now?.() ?? Date.now();
  }

  #tell(event: HostEvent): void {
    this.#options.listen?.(event);
  }

  /** Tells what has changed since the last time. */
  #flush(origin?: string): void {
    this.#book.compute();
    const patches = this.#book.changes.take(this.#book);
    this.#unsaved.push(...patches);
    if (patches.length > 0)
      this.#tell(origin === undefined ? { kind: 'patches', patches } : { kind: 'patches', patches, origin });
    if (!this.#book.isSelectionNew) return;
    this.#book.isSelectionNew = false;
    const { activeSheet: sheet, selections } = this.#book;
    this.#tell({ kind: 'active', sheet, area: selections.get(sheet) ?? { row: 0, column: 0, rows: 1, columns: 1 } });
  }

  #save(): void {
    if (this.#unsaved.length === 0) return;
    this.#options.store.saveBook(this.#book.snapshot(), this.#unsaved);
    this.#unsaved = [];
  }

  #edited({ sheet, area, single }: Edit): void {
    this.#trigger('onEdit', 'LIMITED', (runtime) => {
      const event: Record<string, unknown> = {
        authMode: AUTH_MODE.of('LIMITED'),
        range: new Range(runtime, sheet, area),
        source: new Spreadsheet(runtime),
        user: new User(this.user),
      };
      if (single?.value !== undefined) event.value = single.value;
      if (single?.oldValue !== undefined) event.oldValue = single.oldValue;
      return [event];
    });
  }

  #load(): LoadedScripts {
    if (this.#options.keepsScripts !== true) return this.#project.load();
    this.#kept ??= this.#project.load();
    return this.#kept;
  }

  /** Runs a simple trigger if the script has one; its failure is told, and undoes nothing. */
  #trigger(functionName: string, mode: AuthMode, args: Args): void {
    let scripts: LoadedScripts;
    try {
      scripts = this.#load();
    } catch (error) {
      this.#tell({ kind: 'failed', functionName, message: (error as Error).message });
      return;
    }
    if (!scripts.functions.has(functionName)) return;
    const ending = this.#execute(functionName, mode, true, args);
    if (!ending.ok) this.#tell({ kind: 'failed', functionName, message: shownMessage(ending) });
  }

  #execute(functionName: string, mode: AuthMode, isTrigger: boolean, args: Args): Ending {
    let scripts: LoadedScripts;
    try {
      scripts = this.#load();
    } catch (error) {
      return { ok: false, error, name: '', message: (error as Error).message };
    }
    const execution = new Execution(functionName, mode, isTrigger, this.user, () => this.#now());
    this.meter.began(execution);
    const print = this.#options.print ?? ((level: string, text: string) => process.stderr.write(`${level}: ${text}\n`));
    const guard = (service: string, method: string, on?: Service) =>
      this.#guard(execution, scripts, service, method, on);
    const engine = new Engine(scripts, execution, guard, print, this.#options.keepsScripts ?? false);
    const runtime = this.#runtime(execution, scripts, engine);
    engine.provide(createServices(runtime, (text) => print('log', text)));
    const start = performance.now();
    let ending = engine.run(functionName, (membrane) => args(runtime).map((arg) => membrane.toScript(arg)));
    this.meter.milliseconds += performance.now() - start;
    this.meter.served += engine.membrane.served;
    if (this.#switches.tables === 'made') makeTables(this.#book);
    for (const [name, holder] of this.#locks) if (holder === execution) this.#locks.delete(name);
    this.#flush();
    this.#save();
    const [late] = runtime.rejected.splice(0);
    if (late && ending.ok) ending = { ok: false, error: late, name: late.kind, message: late.message };
    return ending;
  }

  #guard(execution: Execution, scripts: LoadedScripts, service: string, method: string, on?: Service): void {
    execution.checkAlive();
    const kind = callKind(service, method);
    execution.calls++;
    this.meter.count(execution, kind);
    checkPermission(service, method, scripts.manifest.scopes, execution.authMode);
    try {
      this.beforeCall?.({
        functionName: execution.functionName,
        number: execution.calls,
        method: `${service}.${method}`,
        kind,
        ...(on instanceof Range && { cells: { sheet: on.sheetModel.name, area: on.area } }),
      });
    } catch (error) {
      if (error instanceof Killed) execution.killed = error.message;
      throw error;
    }
  }

  #runtime(execution: Execution, scripts: LoadedScripts, engine: Engine): Runtime {
    const rejected: ServiceError[] = [];
    const runtime: Runtime = {
      handles: {
        spreadsheet: () => new Spreadsheet(runtime),
        sheet: (model) => new Sheet(runtime, model),
        range: (model, area) => new Range(runtime, model, area),
        rangeOfRule: (reference) => {
          const [home] = runtime.book.sheets;
          return home && rangeNamed(runtime, reference, home);
        },
      },
      realm: engine.realm,
      execution,
      manifest: scripts.manifest,
      project: this.#project,
      book: this.#book,
      store: this.#options.store,
      properties: this.#properties,
      cache: this.#cache,
      locks: this.#locks,
      switches: this.#switches,
      rejected,
      flush: () => {
        this.#flush();
        const [first] = rejected.splice(0);
        if (first) throw first;
      },
      tell: (event) => this.#tell(event),
      ask: (request) => {
        // While a person thinks, Google lets go of the locks.
        for (const [name, holder] of this.#locks) if (holder === execution) this.#locks.delete(name);
        this.#flush();
        this.#save();
        const { answerAlert } = this.#options;
        if (!answerAlert) throw new ServiceError(`Nobody is there to answer: ${request.message}`);
        return execution.waiting(() => answerAlert(request));
      },
      addMenu: (menu) => {
        this.#menus = [...this.#menus.filter((other) => other.title !== menu.title), menu];
        if (execution.functionName !== 'onOpen') this.#tell({ kind: 'menus', menus: this.#menus });
      },
      openPage: (place, title, html, ...size) =>
        this.#pages.open(place, title, this.#switches.pages === 'cut' ? cutPage(html) : html, ...size),
      betweenRanges: () => this.betweenRanges?.(),
      compile: (names, code) => engine.compile(names, code),
      driveLink: this.#options.driveLink ?? ((id) => `https://drive.google.com/file/d/${id}/view?usp=drivesdk`),
    };
    return runtime;
  }
}

/** What Sheets shows of a failure: the error's class and message. */
function shownMessage(ending: Extract<Ending, { ok: false }>): string {
  return ending.name === '' ? ending.message : `${ending.name}: ${ending.message}`;
}

/** An empty spreadsheet in this machine's time zone. */
function newBook(): BookSnapshot {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { name: 'Untitled spreadsheet', locale: 'en_US', timeZone, activeSheet: 0, sheets: [] };
}
