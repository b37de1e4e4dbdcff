// A change is judged by the same cases each time; the long runs (KAIZEN_LONG, KAIZEN_RUNS) draw new ones.
import fc from 'fast-check';

if (process.env.KAIZEN_LONG === undefined && process.env.KAIZEN_RUNS === undefined)
  fc.configureGlobal({ seed: 20_260_228 });
