// The settings of a register and what they are until somebody changes them.

/** A layer of improvement: a row of the log's table of layers. */
export interface Layer {
  name: string;
  /** What is improved there. */
  improves: string;
  example: string;
}

/** A file named at the end of the log. */
export interface RelatedFile {
  path: string;
  description: string;
}

export interface Settings {
  /** The log's heading. */
  title: string;
  /** The line in italics under it. */
  tagline: string;
  /** `K-BIZ` of `K-BIZ-001`. */
  prefix: string;
  /** The words that capture an experiment in a chat, such as `learn kaizen bizos`. */
  captureCommand: string;
  /** The exported file's name. */
  fileName: string;
  dueSoonDays: number;
  staleProposalDays: number;
  /** Length of a sprint in days. */
  sprintDays: number;
  /** The month, 1 to 12, in which the fiscal year begins; 0: not said, so that no fiscal year can be dated. */
  fiscalYearBegins: number;
  entities: string[];
  layers: Layer[];
  relatedFiles: RelatedFile[];
}

/** What begins an ID: `K-BIZ` of `K-BIZ-001`; with a `#` for each digit where IDs are written otherwise: `EXP-##`, `#`. */
export const PREFIX = /^(?:[A-Za-z](?:[A-Za-z0-9-]{0,29}[A-Za-z0-9])?|(?:\p{L}[\p{L}\p{N}._/-]{0,29})?#{1,6})$/u;

/** What set-up asks once; everything else of the settings follows from it until somebody changes it. */
export interface RegisterNames {
  /** The name of the system whose experiments these are. */
  name: string;
  prefix: string;
  entities: string[];
}

export const DEFAULT_NAMES: RegisterNames = {
  name: 'BizOS',
  prefix: 'K-BIZ',
  entities: ['Holding', 'Solartech', 'Hippos', 'WCI', 'Kinme', 'Cross-entity'],
};

/** The settings of a new register: its titles and files bear its name. */
export function settingsOf({ name, prefix, entities }: RegisterNames): Settings {
  const stem = name
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
  const isDefault = name === DEFAULT_NAMES.name;
  const others = DEFAULT_NAMES.entities.filter((entity) => !entities.includes(entity));
  return {
    title: `${name} — Kaizen Log`,
    tagline: 'Experiments to improve business operations across three layers.',
    prefix,
    captureCommand: `learn kaizen ${name.toLowerCase()}`,
    fileName: `${stem}_KAIZEN.md`,
    dueSoonDays: 7,
    staleProposalDays: 14,
    sprintDays: 14,
    fiscalYearBegins: 0,
    entities: [...entities],
    // An example about an entity that this register does not have would only puzzle people.
    layers: LAYERS.map((layer) =>
      others.some((entity) => layer.example.includes(entity)) ? { ...layer, example: '' } : layer,
    ),
    relatedFiles: [
      { path: 'FAILURE_LOG.md', description: 'post-mortems' },
      { path: `${stem}_RULES.md`, description: 'preventive rules' },
      { path: `${stem}_PATTERNS.md`, description: 'success patterns' },
      ...(isDefault ? FILES_OF_DEFAULT : []),
    ],
  };
}

const LAYERS: readonly Layer[] = [
  {
    name: 'System',
    improves: 'CRM setup, automation pipelines, data flows',
    example: '"Migrate Solartech pipeline alerts from email to n8n"',
  },
  {
    name: 'Process',
    improves: 'Review cadence, entity management, flag resolution',
    example: '"Weekly entity review instead of ad-hoc flag checking"',
  },
  {
    name: 'Model',
    improves: 'KPIs, PTL scoring, performance targets, comp models',
    example: '"Adjust PTL weights for Hippos vs Solartech"',
  },
];

const FILES_OF_DEFAULT: readonly RelatedFile[] = [
  { path: 'cto-brain/kaizen/KAIZEN_LOG.md', description: 'cross-system kaizen' },
  { path: '_archive/decisions.md', description: 'historical decisions (preserved)' },
];

export const DEFAULT_SETTINGS: Settings = settingsOf(DEFAULT_NAMES);
