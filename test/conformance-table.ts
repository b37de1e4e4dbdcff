// Writes docs/conformance.md from the specification: npm run conformance:table
import { writeFileSync } from 'node:fs';
import { conformanceTable } from './conformance/table.ts';

writeFileSync('docs/conformance.md', conformanceTable());
