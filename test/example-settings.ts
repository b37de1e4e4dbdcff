// The settings of a company that keeps such a log: what its template document is made from.
import { type Settings, settingsOf } from '../src/domain/register/settings.ts';

const own = settingsOf({
  name: 'BizOS',
  prefix: 'K-BIZ',
  entities: ['Holding', 'Solartech', 'Hippos', 'WCI', 'Kinme', 'Cross-entity'],
});

export const EXAMPLE_SETTINGS: Settings = {
  ...own,
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
    ...own.relatedFiles,
    { path: 'cto-brain/kaizen/KAIZEN_LOG.md', description: 'cross-system kaizen' },
    { path: '_archive/decisions.md', description: 'historical decisions (preserved)' },
  ],
};
