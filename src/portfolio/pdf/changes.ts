import type { Sheet } from '../../report/pdf/canvas/page.ts';
import type { PortfolioInput } from './input.ts';

/** What changed since the round before. */
export function changesPart(_sheet: Sheet, _input: PortfolioInput): void {}
