import { wordsFor, type Setting } from '../hands/hands';
import type { Cleaner, Left } from './clean-up';

const SETTINGS: readonly Setting[] = [
  'capture-manually',
  'capture-when-fulfilled',
  'fulfill-when-paid',
  'fulfill-by-hand',
];

/** A setting that a person changed is put back by a person; no app can do it. */
export async function cleanSetting({ hands }: Cleaner, id: string): Promise<Left> {
  const setting = SETTINGS.find((known) => known === id);
  if (setting === undefined) return null;
  const step = { step: 'setting', setting } as const;
  if ((await hands.do(step)) !== null) return null;
  return `put it back by hand. ${wordsFor(step).split('\n')[0] ?? ''}`;
}
