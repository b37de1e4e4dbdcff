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
  entities: string[];
  layers: Layer[];
  relatedFiles: RelatedFile[];
}

export const DEFAULT_SETTINGS: Settings = {
  title: 'BizOS — Kaizen Log',
  tagline: 'Experiments to improve business operations across three layers.',
  prefix: 'K-BIZ',
  captureCommand: 'learn kaizen bizos',
  fileName: 'BIZOS_KAIZEN.md',
  dueSoonDays: 7,
  staleProposalDays: 14,
  sprintDays: 14,
  entities: ['Holding', 'Solartech', 'Hippos', 'WCI', 'Kinme', 'Cross-entity'],
  layers: [
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
  ],
  relatedFiles: [
    { path: 'FAILURE_LOG.md', description: 'post-mortems' },
    { path: 'BIZOS_RULES.md', description: 'preventive rules' },
    { path: 'BIZOS_PATTERNS.md', description: 'success patterns' },
    { path: 'cto-brain/kaizen/KAIZEN_LOG.md', description: 'cross-system kaizen' },
    { path: '_archive/decisions.md', description: 'historical decisions (preserved)' },
  ],
};
