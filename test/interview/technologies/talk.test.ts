import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../src/core/verdict/verdict.ts';
import type { Answers } from '../../../src/model/answers.ts';
import { JA } from '../sample.ts';
import { interviewAt, KEY, type Stage, stage } from '../stage.ts';
import { SHIPPED, SHIPPED_TEXTS, textFile } from '../text-file.ts';

const TODAY = '2026-11-21';
const NEW = 'wazamori: 1\ncompany:\n  name: 株式会社サンプル精機\ntechnologies:\n\nplan:\n';

function start(at: Stage, text = NEW, from: Answers | null = null) {
  const file = textFile(text);
  const end = interviewAt(at, {
    catalog: SHIPPED,
    texts: SHIPPED_TEXTS,
    words: JA,
    today: TODAY,
    file,
    summary: () => '',
    verdict: (answers, id) => ({
      report: `事前報告：${outcome(answers, id)}`,
      licence: '輸出許可：未確認',
      reason: '理由',
      flags: [],
      dates: [],
    }),
    only: 'technologies',
    command: 'wazamori score a.yaml',
    from,
    pace: { before: null, keep: () => {} },
    clock: () => 0,
  });
  return { file, end };
}

function outcome(answers: Answers, id: string): string {
  const technology = answers.technologies.find((one) => one.id === id);
  const { determination } = SHIPPED;
  if (technology === undefined || determination === undefined) return '';
  return verdictOf(technology, determination, TODAY).outcome;
}

describe('a person who knows nothing of the law', () => {
  it('describes a technology in plain words and gets a reading, with what is missing and who may know', async () => {
    const at = stage();
    const { file, end } = start(at);
    await at.after('海外へ渡るかもしれない技術がありますか', '1');
    await at.after('社内で何と呼びますか', `小型部品の焼き方${KEY.enter}`);
    await at.after('何を作る・何に使う技術ですか', `チップコンデンサの誘電体${KEY.enter}`);
    await at.after('（手がかり：チップコンデンサ）', `1${KEY.enter}`);
    await at.after('何の技術ですか', '1');
    await at.after('どの国や地域へ', `ベトナム、台湾${KEY.enter}`);
    await at.shows('ベトナム、台湾は、輸出管理で扱いの違う27か国（グループA）に入っていません');
    await at.after('どんな話の中で', '2');
    await at.after('どこまで進んで', '2');
    await at.after('社内で決める（決めた）', `令和9年3月31日${KEY.enter}`);
    await at.after('だれでも手に入る', '1');
    await at.after('該非判定', '0');
    await at.shows('営業の責任者が知っていそうです');
    await at.after('告示にある定義', 'わ');
    await at.after('きちんと管理できますか', '0');
    await at.after('通知が来ていますか', '3');
    await at.after('のいまの見立て', KEY.enter);
    await at.after('技術はここまで', '3');
    await expect(end).resolves.toBe('finished');
    expect(file.text()).toBe(
      NEW.replace(
        'technologies:\n',
        `technologies:
  - id: t1
    name: 小型部品の焼き方
    family: [mlcc]
    kind: manufacture
    countries: [VN, TW]
    trigger: subsidiary
    stage: negotiating
    decisionDate: 2027-03-31
    exclusion: none
    listControl: not-done
    definitionCheck: not-checked
    recipientControls: unknown
    informReceived: no
`,
      ),
    );
    expect(at.seen()).toContain('事前報告：list-control-first');
    expect(at.seen()).toContain('告示の定義との照らし合わせ（技術・設計の責任者）：');
    expect(at.seen()).not.toContain('27か国の中だけなら');
  });

  it('keeps what was marked among the found when going on to all fifteen', async () => {
    const at = stage();
    const { file, end } = start(at);
    await at.after('技術がありますか', '1');
    await at.after('社内で何と', `誘電体の泥の配合${KEY.enter}`);
    await at.after('何を作る', `チップコンデンサの誘電体${KEY.enter}`);
    await at.after('（手がかり：チップコンデンサ）', '1');
    await at.after('[x] ①', '2');
    await at.after('[x] 15の技術の一覧', KEY.enter);
    await at.shows('触れるのはどれですか');
    await at.after('[x] ①', KEY.enter);
    await at.after('何の技術ですか', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.read().technologies[0]?.family).toEqual(['mlcc']);
  });

  it('says "none" and is asked who compared it with which notice', async () => {
    const at = stage();
    const { file, end } = start(at);
    await at.after('技術がありますか', '1');
    await at.after('社内で何と', `みその仕込み${KEY.enter}`);
    await at.after('何を作る', `こうじの温度${KEY.enter}`);
    await at.after('言葉からは見つかりませんでした', `2${KEY.enter}`);
    await at.after('いつの告示と', `2025-06-09${KEY.enter}`);
    await at.shows('改正より前なので');
    await at.after('何の技術ですか', 'b');
    await at.after('いつの告示と', `${'\u007f'.repeat(10)}2026/7/1${KEY.enter}`);
    await at.after('当たらないと言える根拠', `告示で確かめた${KEY.enter}`);
    await at.after('だれが照らし合わせ', `技術部長${KEY.enter}`);
    await at.after('何の技術ですか', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.read().technologies[0]).toMatchObject({
      family: ['none'],
      familyAsOf: '2026-07-01',
      familyBasis: '告示で確かめた',
      familyCheckedBy: '技術部長',
    });
  });

  it('may look through the whole list, and may not know', async () => {
    const at = stage();
    const { file, end } = start(at);
    await at.after('技術がありますか', '1');
    await at.after('社内で何と', `技術A${KEY.enter}`);
    await at.after('何を作る', KEY.enter);
    await at.after('言葉からは見つかりませんでした', `1${KEY.enter}`);
    await at.after('15の技術のうち', `わ${KEY.enter}`);
    await at.shows('技術・設計の責任者が知っていそうです');
    await at.after('何の技術ですか', 'q');
    await expect(end).resolves.toBe('left');
    expect(file.read().technologies[0]?.family).toEqual(['unknown']);
  });
});

const GOODS = `technologies:
  - {id: t1, name: 検査機, family: [sem-tem], kind: goods-only, trigger: goods-sale, listControl: not-listed, informReceived: no, countries: [TH]}
`;

describe('a technology that stands in the file', () => {
  it('is asked for nothing but what is missing', async () => {
    const at = stage();
    const { file, end } = start(at, NEW.replace('technologies:\n', GOODS));
    await at.after('1 検査機', '1');
    await at.after('2 続きを答える', '2');
    await at.after('図面・条件表・据付の指導を', '3');
    await at.after('のいまの見立て', KEY.enter);
    await at.after('1 いまの見立てを読む', 'q');
    await expect(end).resolves.toBe('left');
    expect(file.read().technologies[0]?.withTechnicalDocuments).toBe('no');
    expect(at.seen()).toContain('事前報告：not-subject');
    expect(at.seen()).not.toContain('だれでも手に入る');
  });

  it('is put right, renamed and removed, and stands beside another', async () => {
    const at = stage();
    const two = `${GOODS}  # 二つ目\n  - id: t5\n    name: 焼成の条件\n`;
    const { file, end } = start(at, NEW.replace('technologies:\n', two));
    await at.after('1 検査機', '1');
    await at.after('直す', '3');
    await at.after('どの答えを直しますか', '3');
    await at.after('どの国や地域へ渡りますか', `、米国${KEY.enter}`);
    await at.after('図面・条件表・据付の指導を', KEY.escape);
    await at.after('どの国や地域へ渡りますか', KEY.escape);
    await at.after('呼び名を変える', '4');
    await at.after('社内で何と', `B${KEY.enter}`);
    await at.shows('検査機B');
    await at.after('答え:', 'b');
    await at.after('2 焼成の条件', '2');
    await at.after('この技術を消す', '5');
    await at.after('「焼成の条件」を消しますか', '2');
    await at.shows('「焼成の条件」を消しました');
    await at.after('2 技術を足す', '2');
    await at.after('社内で何と', `C${KEY.enter}`);
    await at.after('何を作る', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.read().technologies.map(({ id, name, countries }) => [id, name, ...countries])).toEqual([
      ['t1', '検査機B', 'TH', 'US'],
      ['t2', 'C'],
    ]);
  });

  it('comes back to a question left open, when a person went back over it', async () => {
    const at = stage();
    const named = 'technologies:\n  - {id: t1, name: 型, family: [mlcc]}\n';
    const { file, end } = start(at, NEW.replace('technologies:\n', named));
    await at.after('1 型', '1');
    await at.after('続きを答える', '2');
    await at.after('何の技術ですか', '2');
    await at.after('どの国や地域へ', KEY.enter);
    await at.after('どんな話', 'b');
    await at.after('どの国や地域へ', KEY.escape);
    await at.after('何の技術ですか', '1');
    await at.after('どの国や地域へ', `タイ${KEY.enter}`);
    await at.after('どんな話', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.read().technologies[0]).toMatchObject({ kind: 'manufacture', countries: ['TH'] });
  });

  it('warns before it puts on record that what meets the definitions has gone', async () => {
    const at = stage();
    const gone = `technologies:\n  - {id: t1, name: 焼成, family: [mlcc], kind: manufacture, trigger: license, exclusion: none, listControl: not-listed, countries: [TH], stage: provided}\n`;
    const { file, end } = start(at, NEW.replace('technologies:\n', gone));
    await at.after('1 焼成', '1');
    await at.after('続きを答える', '2');
    await at.after('契約の日', KEY.enter);
    await at.after('事前報告は、もう', KEY.enter);
    await at.after('告示にある定義', '1');
    await at.after('書く前に弁護士へ', '1');
    await at.after('告示にある定義', '1');
    await at.after('書く前に弁護士へ', '2');
    await at.after('いつ照らし合わせましたか', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.read().technologies[0]?.definitionCheck).toBe('meets');
  });

  it('says not to take the paper abroad where China is concerned, and names no such place else', async () => {
    const at = stage();
    const { end } = start(
      at,
      NEW.replace('technologies:\n', 'technologies:\n  - {id: t1, name: 型, family: [mlcc], kind: design}\n'),
    );
    await at.after('1 型', '1');
    await at.after('続きを答える', '2');
    await at.after('どの国や地域へ', `中国${KEY.enter}`);
    await at.shows('国外に持ち出さず');
    await at.after('どんな話', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
  });

  it('refuses what is no country and no day, and says what to write', async () => {
    const at = stage();
    const { end } = start(
      at,
      NEW.replace(
        'technologies:\n',
        'technologies:\n  - {id: t1, name: 型, family: [mlcc], kind: design, trigger: license}\n',
      ),
    );
    await at.after('1 型', '1');
    await at.after('続きを答える', '2');
    await at.after('どの国や地域へ', `日本${KEY.enter}`);
    await at.after('「日本」という国や地域が分かりません', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
  });
});

describe('the technologies of last year', () => {
  const LAST_YEAR = textFile(`wazamori: 1
assessment:
  date: 2025-11-20
technologies:
  - id: t1
    name: めっき液の管理
  - id: t4
    name: 焼成の条件
    family: [mlcc]
    kind: manufacture
    countries: [TH]
    trigger: license
    stage: negotiating
    decisionDate: 2026-12-25
    exclusion: none
    listControl: not-listed
    definitionCheck: meets
    definitionCheckedOn: 2025-10-16
    definitionBasis: 製造部長が読んだ
`).read();

  it('come up one by one: nothing stands in the file that was not confirmed, and no day of the notice is', async () => {
    const at = stage();
    const { file, end } = start(at, NEW, LAST_YEAR);
    await at.after('2 前の回の「焼成の条件」を', '2');
    await at.shows('前の回（2025年11月20日）の答えに、印');
    await at.after('[x] ① 積層', KEY.enter);
    await at.after('>  1 作り方', KEY.enter);
    await at.after('前の回（2025年11月20日）：タイ', KEY.enter);
    await at.after('>  5 技術を使う権利', KEY.enter);
    await at.after('>  2 相手と相談中', '4');
    expect(file.text()).not.toMatch(/decisionDate|exclusion|listControl|definition/);
    await at.after('契約の日', KEY.enter);
    await at.after('事前報告は、もう', KEY.enter);
    await at.after('>  1 公開していない', KEY.enter);
    await at.after('>  1 済んだ。載っていない', KEY.enter);
    await at.after('>  1 照らした。当たる', KEY.enter);
    await at.shows('前の回は2025年10月16日でした');
    await at.after('Enter 決定', KEY.enter);
    await at.after('渡した先は', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.text()).toContain(`technologies:
  - id: t4
    name: 焼成の条件
    family: [mlcc]
    kind: manufacture
    countries: [TH]
    trigger: license
    stage: signed
    exclusion: none
    listControl: not-listed
    definitionCheck: meets
`);
  });

  it('are proposed on after a stop, and offered no more; a new one takes none of their ids', async () => {
    const at = stage();
    const half = NEW.replace(
      'technologies:\n',
      'technologies:\n  - {id: t1, name: 焼成の条件, family: [mlcc]}\n',
    );
    const { file, end } = start(at, half, LAST_YEAR);
    await at.after('2 前の回の「めっき液の管理」を', '3');
    await at.after('社内で何と', `印刷の条件${KEY.enter}`);
    await at.after('何を作る', KEY.escape);
    await at.after('社内で何と', KEY.escape);
    await at.after('3 前の回の「めっき液の管理」を', '1');
    await at.after('続きを答える', '2');
    await at.after('>  1 作り方', KEY.ctrlC);
    await expect(end).resolves.toBe('left');
    expect(file.read().technologies.map(({ id }) => id)).toEqual(['t1', 't5']);
    expect(at.seen()).not.toContain('前の回の「焼成の条件」');
  });
});
