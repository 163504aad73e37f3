import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OWN_LIMITS } from '../../src/catalog/own/contents.ts';
import { loadOwnCatalog, type OwnOutcome } from '../../src/catalog/own/load.ts';
import { verdictOf } from '../../src/core/verdict/verdict.ts';
import { contentHash } from '../../src/files/content-hash.ts';
import { readChecklists, readOwnFolder } from '../../src/files/shipped/checklists.ts';
import { catalog as base } from '../setup/checklists.ts';
import { CHECKLISTS } from '../setup/package.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const SHIPPED = CHECKLISTS;

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'wazamori-own-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

function put(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
}
const sample = (): void => cpSync(join(ROOT, 'templates/own-checklists/plating'), dir, { recursive: true });
const load = (): OwnOutcome =>
  loadOwnCatalog({
    shipped: { folder: SHIPPED, files: () => readChecklists(SHIPPED) },
    own: readOwnFolder(dir, OWN_LIMITS),
    name: 'ours',
    judge: verdictOf,
    sha256: contentHash,
  });
function loaded() {
  const outcome = load();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value.catalog;
}
const places = (outcome: OwnOutcome): readonly string[] =>
  outcome.findings.map(
    ({ code, file, location: at }) => `${code} ${file}${at ? `:${at.line}:${at.column}` : ''}`,
  );

const action = (id: string, role = 'production-head', after = '[]'): string => `- id: ${id}
  title: {ja: 置き場所を決める, en: Decide the place}
  why: {ja: 探さずに済みます。, en: Nobody has to search.}
  firstStep: {ja: 棚を1つ選ぶ。, en: Pick one shelf.}
  steps: [{ja: 棚に札を付ける, en: Label the shelf}]
  effort: {small: 1, medium: 2, large: 3}
  cost: none
  role: ${role}
  evidence: {ja: 棚の写真, en: A photograph of the shelf}
  after: ${after}
  help: []
  practice: null
  expert: none
`;

function item(id: string, more = ''): string {
  return `- id: ${id}
  title: {ja: 型の置き場所, en: Place of the dies}
  question: {ja: 型の置き場所を決めていますか, en: Is there a fixed place for the dies?}
  yesMeans: {ja: 型ごとに棚が決まれば「はい」です。, en: "Yes, if each die has its shelf."}
  why: {ja: 置き場所が決まれば、無くなった時に気づけます。, en: You notice when one is gone.}
  example: {ja: 8人の会社。棚に番号を付けた。, en: A shop of eight numbered its shelves.}
  gap: {ja: 型の置き場所が決まっていません, en: The dies have no fixed place}
${more}  severity: minor
  depth: full
  routes: [people]
  notApplicable: forbidden
  evidence: {ja: 棚の一覧, en: The list of shelves}
  askRole: production-head
  action: identify-core-technology
  expert: none
  confidence: {topic: inferred, wording: inferred, class: inferred}
  sources: [{doc: guidance-1, locator: {ja: 第1章1（節の題）, en: Chapter 1.1 (title)}, confidence: official}]
`;
}

describe('an own folder laid over the shipped checklists', () => {
  it('the sample adds a list, changes one table, takes one question out, and says so', () => {
    sample();
    const catalog = loaded();
    expect(catalog.own).toMatchObject({
      folder: 'ours',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      added: [
        { kind: 'source', id: 'own-visits' },
        { kind: 'checklist', id: 'plating' },
        { kind: 'item', id: 'plating.bath-recipe' },
        { kind: 'item', id: 'plating.analysis-partner' },
        { kind: 'action', id: 'lock-bath-recipe' },
      ],
      replaced: [{ kind: 'weights', id: 'capacity' }],
      removed: [{ kind: 'item', id: 'guidance.exhibition-review' }],
    });
    expect(catalog.checklists.map(({ id }) => id)).toEqual([
      ...base.checklists.map(({ id }) => id),
      'plating',
    ]);
    expect(catalog.items).toHaveLength(base.items.length + 1);
    expect(catalog.weights.severity).toEqual(base.weights.severity);
    expect(catalog.weights.capacity[0]).toEqual({ upTo: 5, perMonth: 0.25 });
  });

  it('a question of a known id is replaced whole, in its place; another comes behind', () => {
    const full =
      base.items.find(({ section, depth }) => section === 'foundation' && depth === 'full')?.id ?? '';
    put({ 'guidance/foundation.yaml': item(full) + item('guidance.die-shelf') });
    const ids = (catalog: typeof base) =>
      catalog.items.filter(({ section }) => section === 'foundation').map(({ id }) => id);
    const catalog = loaded();
    expect(ids(catalog)).toEqual([...ids(base), 'guidance.die-shelf']);
    expect(catalog.items.find(({ id }) => id === full)).toMatchObject({ severity: 'minor', sameAs: null });
    expect(catalog.own?.replaced).toEqual([{ kind: 'item', id: full }]);
    expect(catalog.own?.added).toEqual([{ kind: 'item', id: 'guidance.die-shelf' }]);
  });

  it('a question given in another section moves there', () => {
    const moved =
      base.items.find(({ section, depth }) => section === 'foundation' && depth === 'full')?.id ?? '';
    put({ 'guidance/procurement.yaml': item(moved) });
    const catalog = loaded();
    expect(catalog.items.filter(({ id }) => id === moved)).toMatchObject([{ section: 'procurement' }]);
    expect(catalog.own).toMatchObject({ added: [], replaced: [{ kind: 'item', id: moved }], removed: [] });
  });

  it('a family of technologies can be extended, added and answered', () => {
    const family = (id: string, order: number): string => `id: ${id}
order: ${order}
name: {ja: 見本の技術, en: Sample technology}
words: {ja: [見本], en: [sample]}
signs: [[見本], [sample]]
effectiveFrom: 2024-12-30
unknown: {ja: 数値の基準は書き写していません。, en: Its limits are not copied here.}
definition: {ja: 告示の文を読んで書いた定義です。, en: A definition written from the text of the notice.}
listControl: {ja: 近い項目はありません。, en: There is no near item.}
confidence: {name: official, words: inferred, definition: official}
sources: [{doc: notice-2026-71, locator: {ja: 改正告示の題名, en: Title of the amending notice}, confidence: official}]
`;
    put({
      'prior-notification/technologies/sample.yaml': family('sample-technology', 16),
      'prior-notification/technologies/mlcc.yaml': family('mlcc', 1),
    });
    const catalog = loaded();
    expect(catalog.determination?.families.map(({ id }) => id).slice(-1)).toEqual(['sample-technology']);
    expect(catalog.own).toMatchObject({
      added: [{ kind: 'family', id: 'sample-technology' }],
      replaced: [{ kind: 'family', id: 'mlcc' }],
    });
  });

  it('what only points at something removed lets go of it', () => {
    const quick = base.checklists.find(({ quick }) => quick !== null)?.quick?.always ?? [];
    const twin = base.items.find(({ sameAs }) => sameAs !== null);
    put({ 'remove.yaml': `items: [${[quick[1], twin?.sameAs].join(', ')}]\n` });
    const catalog = loaded();
    expect(catalog.checklists[0]?.quick?.always).not.toContain(quick[1]);
    expect(catalog.items.find(({ id }) => id === twin?.id)?.sameAs).toBeNull();
  });

  it('a whole list can be taken out', () => {
    put({ 'remove.yaml': 'checklists: [tics]\n' });
    expect(loaded().checklists.map(({ id }) => id)).toEqual(['guidance', 'prior-notification']);
  });

  it('the same folder has the same hash, another content another', () => {
    sample();
    const once = loaded().own?.sha256;
    expect(loaded().own?.sha256).toBe(once);
    put({ 'remove.yaml': 'items: []\n' });
    expect(loaded().own?.sha256).not.toBe(once);
  });

  it('a hash stays what it was: batches and results of other days are compared by it', () => {
    put({ 'remove.yaml': 'items: []\n', 'sources.yaml': '[]\n' });
    expect(loaded().own?.sha256).toBe('f45bc232010ac4ae907145a208dd5280a594150772e5e38965ee7b3769971eff');
  });
});

describe('an own folder that cannot be used is refused at the place', () => {
  // biome-ignore format: a table is read by its lines
  const FOLDERS: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ['nothing in it', {}, 'own-empty ours'],
    ['a question of a fact nobody knows', { 'guidance/foundation.yaml': item('guidance.die-shelf', '  appliesWhen: {fact: exportsDies, in: [yes]}\n') }, 'reference-unknown ours/guidance/foundation.yaml:8:23'],
    ['an id twice', { 'actions/a.yaml': action('label-shelf') + action('label-shelf') }, 'id-taken ours/actions/a.yaml:14:7'],
    ['a replacement twice', { 'actions/a.yaml': action('identify-core-technology') + action('identify-core-technology') }, 'id-taken ours/actions/a.yaml:14:7'],
    ['an id of another list', { 'guidance/foundation.yaml': item('tics.die-shelf') }, 'id-prefix-wrong ours/guidance/foundation.yaml:1:7'],
    ['a role nobody has', { 'actions/a.yaml': action('label-shelf', 'night-watch') }, 'reference-unknown ours/actions/a.yaml:8:9'],
    ['actions that wait for each other', { 'actions/a.yaml': action('a', 'production-head', '[b]') + action('b', 'production-head', '[a]') }, 'after-in-circle ours/actions/a.yaml:10:10'],
    ['text where a list belongs', { 'actions/a.yaml': 'ただの文' }, 'type-wrong ours/actions/a.yaml:1:1'],
    ['a number where a word belongs', { 'weights.yaml': 'severity: 3\n' }, 'type-wrong ours/weights.yaml:1:11'],
    ['a table that is not there', { 'weights.yaml': 'severty: {critical: 1, major: 1, minor: 1}\n' }, 'key-unknown ours/weights.yaml:1:1'],
    ['broken YAML', { 'actions/a.yaml': '- id: [a\n' }, 'yaml-unclosed ours/actions/a.yaml:1:7'],
    ['a forbidden key', { 'weights.yaml': '__proto__: {}\n' }, 'yaml-forbidden-key ours/weights.yaml:1:1'],
    ['a file of questions no list names', { 'guidance/dies.yaml': item('guidance.die-shelf') }, 'path-unlisted ours/guidance/dies.yaml'],
    ['a list without its head', { 'dies/shelf.yaml': item('dies.shelf') }, 'path-missing ours/dies/checklist.yaml'],
    ['a file that is none of ours', { 'lint.yaml': 'bannedWords: {}\n' }, 'path-unlisted ours/lint.yaml'],
    ['removing what is not there', { 'remove.yaml': 'items: [guidance.exhibition-reviews]\n' }, 'reference-unknown ours/remove.yaml:1:9'],
    ['removing what it gives', { 'remove.yaml': 'actions: [identify-core-technology]\n', 'actions/a.yaml': action('identify-core-technology') }, 'own-removed-and-given ours/remove.yaml:1:11'],
    ['a second list of verdicts', { 'mine/checklist.yaml': 'id: mine\nkind: determination\nedition: "1"\nasOf: 2026-11-01\ntitle: {ja: 見立て, en: Readings}\nstatement: {ja: 見本です。, en: A sample.}\nsections: []\n' }, 'own-kind-differs ours/mine/checklist.yaml:2:7'],
    ['a sign of what must not occur, and of nothing else', { 'prior-notification/technologies/sample.yaml': 'id: sample\norder: 16\nname: {ja: 見本, en: Sample}\nwords: {ja: [見本], en: [sample]}\nsigns: [[-見本]]\n' }, 'shape-wrong ours/prior-notification/technologies/sample.yaml:5:9'],
    ['rules no example fits any more', { 'prior-notification/group-a.yaml': 'asOf: 2026-11-01\nsource: {doc: export-order, locator: {ja: 別表第3, en: Appended table 3}, confidence: official}\ncountries: [{id: VN, name: {ja: ベトナム, en: Viet Nam}}]\n' }, 'vector-differs'],
  ];

  it.each(FOLDERS)('%s', (_, files, expected) => {
    put(files);
    const outcome = load();
    expect(outcome.ok).toBe(false);
    expect(places(outcome).join('\n')).toContain(expected);
  });

  it('an action that is needed cannot be removed: the question that names it is shown', () => {
    put({ 'remove.yaml': 'actions: [identify-core-technology]\n' });
    expect(places(load()).join('\n')).toMatch(
      /^reference-unknown .*\/checklists\/guidance\/foundation\.yaml:\d+:\d+$/m,
    );
  });

  it.each<[string, () => void, string]>([
    [
      'bytes that are no UTF-8',
      () => writeFileSync(join(dir, 'weights.yaml'), Buffer.from([0x83, 0x65, 0x83, 0x58, 0x83])),
      'own-not-utf8 ours/weights.yaml',
    ],
    ['a link to the folder it lies in', () => symlinkSync('.', join(dir, 'again')), 'own-link ours/again'],
    [
      'a link that leads to itself',
      () => symlinkSync('loop.yaml', join(dir, 'loop.yaml')),
      'own-unreadable ours/loop.yaml',
    ],
    ['a pipe', () => execFileSync('mkfifo', [join(dir, 'weights.yaml')]), 'own-unreadable ours/weights.yaml'],
    [
      'more than anyone writes',
      () => writeFileSync(join(dir, 'roles.yaml'), '# あ\n'.repeat(2_000_000)),
      'own-too-large ours',
    ],
    [
      'thousands of files',
      () => {
        for (let i = 0; i <= 2000; i++) writeFileSync(join(dir, `${i}.txt`), '');
      },
      'own-too-large ours',
    ],
  ])('%s', (_, make, expected) => {
    make();
    const outcome = load();
    expect(outcome.ok).toBe(false);
    expect(places(outcome)).toEqual([expected]);
  });
});
