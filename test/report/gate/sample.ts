import { shippedCatalog, shippedWords } from '../../../src/cli/assets.ts';
import { contentHash } from '../../../src/files/content-hash.ts';
import type { CheckedFile, GateFinding, GateReport } from '../../../src/model/gate.ts';
import type { GatePage } from '../../../src/report/gate/show.ts';

/** Everything a file name, a note or a catalogue could bring that a format has to survive. */
export const NASTY =
  'a%0A::error::b, c: d\r\ne | `f` <script>&"\'</failure> @everyone ]]> \u0007\u001b[31m\u202e\ufffe\ud800 株式会社';

export const finding = (over: Partial<GateFinding> = {}): GateFinding => ({
  severity: 'error',
  code: 'gap-new',
  kind: 'regression',
  args: { item: 'guidance.take-out-rules', was: 'yes', now: 'no' },
  location: { line: 12, column: 5 },
  subject: 'guidance.take-out-rules',
  ...over,
});

export const nasty = (over: Partial<GateFinding> = {}): GateFinding =>
  finding({ code: 'contradicts-note', args: { item: NASTY, text: NASTY }, subject: NASTY, ...over });

export const file = (over: Partial<CheckedFile> = {}): CheckedFile => ({
  file: 'clients/c001.yaml',
  readable: true,
  findings: [],
  suppressed: [],
  ...over,
});

export function page(files: readonly CheckedFile[], over: Partial<GateReport> = {}): GatePage {
  return {
    report: {
      version: '0.1.0',
      asOf: '2026-11-21',
      policy: null,
      baseline: null,
      inForce: { trust: 'head', policies: [{ name: null, from: 'head' }], lifting: [], checklists: null },
      compared: null,
      redacted: false,
      found: files.length,
      checked: files.length,
      leftOut: [],
      clients: null,
      files,
      ...over,
    },
    words: shippedWords('ja'),
    texts: shippedCatalog('ja').texts,
    program: 'wazamori',
    failOn: 'error',
    sha256: contentHash,
  };
}

/** None, one, and many over several files, with everything nasty. */
export const PAGES: readonly (readonly [string, GatePage])[] = [
  ['none', page([file()])],
  ['one', page([file({ findings: [finding()] })])],
  [
    'many',
    page(
      [
        file({
          findings: [finding(), finding(), nasty({ severity: 'warning' }), finding({ severity: 'info' })],
          suppressed: [{ ...finding({ code: 'left-scope' }), reason: NASTY }],
        }),
        file({ file: `顧客/${NASTY.replace('\ud800', '')}.yaml`, findings: [nasty()] }),
        file({
          file: '../elsewhere/c003.yaml',
          readable: false,
          findings: [finding({ code: 'yaml-unclosed', kind: 'input', args: { mark: '"' }, subject: null })],
        }),
      ],
      { found: 4, leftOut: [{ file: NASTY, reason: 'other-yaml' }] },
    ),
  ],
];
