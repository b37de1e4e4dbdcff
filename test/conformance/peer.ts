// Another project that has the same services off Google: its tests run on Google too, and so are a second source.
import { shown } from '../../src/platform/behaviour.ts';

/** Makes behaviours that the file of its tests shows. */
export function peer(file: string): ReturnType<typeof shown> {
  return shown(`github.com/tanaikech/gas-fakes/blob/main/test/${file}.js`);
}
