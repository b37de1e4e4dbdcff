// Every operation, with every act at every of its service calls, compared with either order of the two.
import type { HostStore } from '../../../../workbench/host/store.ts';
import { IS_LONG } from '../../figures.ts';
import type { Reply, Workbook } from '../../workbook.ts';
import { type Act, actAsSomebody, openForm } from './acts.ts';
import type { Operation } from './operations.ts';
import { type Fault, faultsOf, GOOGLES, type State, stateOf } from './outcome.ts';
import { opened, storeOf } from './register.ts';

/** Hands out an object, or says what it knows already: before and after such a call are the same moment. */
const HANDLES =
  /^(?:Range\.(?:getRow|getColumn|getLastRow|getLastColumn|getNumRows|getNumColumns|getSheet|offset)|Sheet\.(?:getRange|getRangeList|getParent|getName)|Spreadsheet\.get(?:Id|SpreadsheetTimeZone|SheetByName|Sheets)|SpreadsheetApp\.(?:getActiveSpreadsheet|new\w+)|DataValidationBuilder|PropertiesService|CacheService|LockService|Utilities|Properties|Cache)/;

/** No sentence of ours: what happened and what to do. */
const IN_GOOGLES_WORDS = /^Exception: |Google did not carry this out/;

/** Between the arrivals of two ranges that one call writes. */
const WITHIN = 'two ranges of a list';

/** Has each moment told at which somebody else may act: before a service call, and within one that writes several ranges. */
function watch({ host }: Workbook, told: ((method: string) => void) | undefined): void {
  host.beforeCall = told && (({ method }) => told(method));
  host.betweenRanges = told && (() => told(WITHIN));
}

/** Where Drive does not hand out what an export wrote over, the person who is told so takes it from the file's versions. */
function chosenByHand(workbook: Workbook): Reply {
  const { drive } = workbook.store;
  const [file] = drive.all().filter(({ mimeType }) => mimeType === 'text/markdown');
  const [replaced] = file?.revisions.slice(-2) ?? [];
  const content = drive.replacedContent(replaced?.id ?? '');
  if (content === undefined) throw new Error('The file has no version that was written over.');
  return workbook.ask('exportLog', { fileText: Buffer.from(content).toString('utf8') });
}

export class Matrix {
  readonly #store: HostStore;
  readonly #operation: Operation;
  /** The calls that the operation makes where nobody is in between. */
  readonly methods: string[] = [];
  readonly #alone: State;
  /** What it leaves then. */
  readonly #done: HostStore;
  readonly #onlyAct = new Map<Act, State>();

  constructor(operation: Operation) {
    this.#operation = operation;
    this.#store = storeOf(operation.prepare);
    openForm(this.#afresh());
    // What scripts find out once for an execution is known from then on where they are kept: the calls are counted without it.
    if (!IS_LONG) operation.run(this.#afresh());
    const workbook = this.#afresh();
    watch(workbook, (method) => this.methods.push(method));
    const reply = operation.run(workbook);
    watch(workbook, undefined);
    if (reply?.ok === false) throw new Error(`Where nobody is in between: ${String(reply.message)}`);
    this.#alone = stateOf(workbook);
    this.#done = workbook.store;
  }

  #afresh(): Workbook {
    return opened(this.#store);
  }

  /** The numbers, from 1, of the calls before which an act may make a difference that it does not make at the one before. */
  places(): number[] {
    return this.methods.flatMap((_, index) =>
      index > 0 && HANDLES.test(this.methods[index - 1] ?? '') ? [] : [index + 1],
    );
  }

  /** Whether this one is within a call that writes several ranges. */
  isWithin(place: number): boolean {
    return this.methods[place - 1] === WITHIN;
  }

  /** Whether this one is between the read of an edit and its write, which nothing but the service call itself parts. */
  isAtTheWrite(place: number): boolean {
    const write = this.methods.indexOf('Range.setValues') + 1;
    const read = this.methods.slice(0, write).lastIndexOf('Range.getValues') + 1;
    return read < place && place <= write;
  }

  /** Whether the act can be done before the operation or after it, as one that needs the log's file can where there is none. */
  isPossible(act: Act): boolean {
    return [this.#afresh(), opened(this.#done)].some((workbook) => actAsSomebody(workbook, act));
  }

  /** What either order leaves. */
  orders(act: Act): State[] {
    const first = this.#acted(act);
    this.#operation.run(first);
    const second = opened(this.#done);
    actAsSomebody(second, act);
    return [stateOf(first), stateOf(second)];
  }

  /** Where the act is done and nothing else. */
  #acted(act: Act): Workbook {
    const workbook = this.#afresh();
    actAsSomebody(workbook, act);
    return workbook;
  }

  /** What an act before this call leaves that no order would. */
  tried(act: Act, place: number, orders: readonly State[]): { fault: Fault; where: string }[] {
    const { workbook, reply, isDone } = this.run(act, place);
    const possible = isDone ? [...orders] : [...orders, this.#alone];
    // Told, or asked: then nothing but the act is done.
    if (reply !== undefined && (!reply.ok || reply.is === 'asking')) possible.push(this.#only(act));
    const told = [
      reply?.ok === false ? String(reply.message) : '',
      ...workbook.events.map((event) => (event.kind === 'failed' ? event.message : '')),
    ];
    return [
      ...faultsOf(stateOf(workbook), possible),
      ...told
        .filter((text) => IN_GOOGLES_WORDS.test(text))
        .map((where): { fault: Fault; where: string } => ({ fault: GOOGLES, where })),
    ];
  }

  /** Carries the operation out with the act before this call; `isDone` says whether the act could be done then. */
  run(act: Act, place: number): { workbook: Workbook; reply: Reply | undefined; isDone: boolean } {
    const workbook = this.#afresh();
    let made = 0;
    let isDone = true;
    watch(workbook, () => {
      made += 1;
      if (made === place) isDone = actAsSomebody(workbook, act);
    });
    const said = this.#operation.run(workbook);
    watch(workbook, undefined);
    const reply = said?.is === 'obstacle' ? chosenByHand(workbook) : said;
    if (made < place) throw new Error(`There were ${made} calls, and not ${place}.`);
    return { workbook, reply, isDone };
  }

  #only(act: Act): State {
    const known = this.#onlyAct.get(act) ?? stateOf(this.#acted(act));
    this.#onlyAct.set(act, known);
    return known;
  }
}
