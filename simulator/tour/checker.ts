import type { Witness } from './witness';
export function checkLedger(_w: Witness, _mode: string): string[] { return []; }
