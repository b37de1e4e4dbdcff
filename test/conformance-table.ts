// Writes docs/conformance.md from the specification: npm run conformance:table
import { writeFileSync } from 'node:fs';
import { conformanceTable } from './conformance/table.ts';
import { usedMethods } from './used-methods.ts';

writeFileSync('docs/conformance.md', conformanceTable(usedMethods()));
