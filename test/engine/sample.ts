import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedCatalog } from '../../src/cli/assets.ts';
import { type OpenedAnswers, openText } from '../../src/engine/open.ts';
import type { Outcome } from '../../src/model/finding.ts';
import { ROOT } from '../setup/package.ts';

export const TODAY = '2026-11-21';
export const { catalog } = shippedCatalog('ja');
export const SHOP = readFileSync(join(ROOT, 'templates/samples/machining-shop.yaml'), 'utf8');
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The value, where there is one. */
export function valueIn<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value;
}

export const opened = (text: string): OpenedAnswers => valueIn(openText(text, catalog));
