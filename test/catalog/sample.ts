import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFiles } from '../../src/catalog/source/parse.ts';
import type { Location } from '../../src/model/text.ts';
import { CHECKLISTS } from '../setup/package.ts';

/** A small catalogue that the lint has nothing against. Tests break it by editing one line of it. */
const FILES: Readonly<Record<string, string>> = {
  'weights.yaml': readFileSync(join(CHECKLISTS, 'weights.yaml'), 'utf8'),
  'profile.yaml': `
strength:
  question: {ja: お客様に選ばれている理由は何ですか, en: Why do customers choose you?}
  help: {ja: 思いついた言葉で書いてください, en: Write what comes to mind}
  examples:
    - {industry: {ja: めっき, en: plating}, example: {ja: 液の配合, en: the recipe of the bath}}
facts:
  - id: employees
    place: company
    kind: number
    question: {ja: 働く人は何人ですか, en: How many people work here?}
    askRole: president
  - id: overseasProduction
    place: profile
    kind: choice
    question: {ja: 海外での生産はどの段階ですか, en: How far is production abroad?}
    values:
      - {id: none, label: {ja: ない, en: none}}
      - {id: planning, label: {ja: 計画, en: planning}}
      - {id: operating, label: {ja: 操業, en: operating}}
    askRole: president
  - id: overseasForm
    place: profile
    kind: choices
    question: {ja: どの形ですか, en: In which form?}
    values:
      - {id: own-plant, label: {ja: 自社工場, en: own plant}}
      - {id: consignment, label: {ja: 委託, en: consignment}}
    askedWhen: {fact: overseasProduction, in: [planning, operating]}
    askRole: president
routes:
  - id: people
    title: {ja: 退職・転職, en: people who leave}
    exposure:
      - {when: {fact: employees, gte: 2}, exposure: 2}
      - {exposure: 1}
  - id: overseas-production
    title: {ja: 海外生産, en: production abroad}
    exposure:
      - {when: {fact: overseasProduction, in: [operating]}, exposure: 3}
      - {exposure: 0}
`,
  'roles.yaml': `
- {id: president, title: {ja: 社長, en: president}, ask: {ja: 社長に確かめたいことです。{question}, en: 'For the president: {question}'}}
- {id: general-affairs, title: {ja: 総務, en: general affairs}, ask: {ja: 総務に確かめたいことです。{question}, en: 'For general affairs: {question}'}}
`
    .replaceAll('。{question}', '。「{question}」')
    .replaceAll(/ask: \{ja: ([^,]*),/g, "ask: {ja: '$1',"),
  'sources.yaml': `
- id: guidance-1
  title: {ja: 技術流出対策ガイダンス, en: Guidance on technology leakage}
  publisher: {ja: 経済産業省, en: METI}
  edition: {ja: 第1版, en: 1st edition}
  date: 2025-05
  url: https://www.meti.go.jp/
  asOf: 2026-11-21
  note: {ja: 点検表は読めていません, en: Its checklist could not be read}
`,
  'directory.yaml': `
- id: bureau
  name: {ja: 経済産業局, en: regional bureau of METI}
  what: {ja: 相談を受けます, en: gives advice}
  when: {ja: 迷った時, en: when in doubt}
  regions: []
  contacts:
    - {kind: phone, value: 03-0000-0000, checkedOn: 2026-11-21}
`,
  'emergency.yaml': `
title: {ja: いま漏れたかもしれない, en: It may have leaked just now}
lead: {ja: 落ち着いて順に進めます, en: Take these steps in order}
steps:
  - {title: {ja: 消さない, en: Delete nothing}, detail: {ja: 記録が証拠になります, en: Records are evidence}}
contacts: [bureau]
after: {ja: 時刻を書きます, en: Write down the time}
`,
  'lint.yaml': `
cautionRequired:
  items: [guidance.pledges]
  actions: []
bannedWords: {ja: [適合, 合格], en: [certified]}
bannedInQuestions: {ja: [国籍], en: [nationality]}
allowedPhrases: {ja: [適合を示すものではありません], en: [not certified]}
`,
  'guidance/checklist.yaml': `
id: guidance
kind: graded
edition: '1'
asOf: 2026-11-21
title: {ja: 技術流出対策ガイダンス, en: Guidance}
statement: {ja: 適合を示すものではありません, en: This company is not certified by it}
quick: {always: [guidance.technology-list], byScene: [guidance.overseas-line], most: 2}
sections:
  - {id: people, title: {ja: 人, en: People}}
  - {id: overseas, title: {ja: 海外, en: Abroad}}
scenes:
  - {id: overseas-partner, title: {ja: 海外の相手, en: Partners abroad}}
`,
  'guidance/people.yaml': `
- id: guidance.technology-list
  title: {ja: 守る技術の一覧, en: List of technology to protect}
  question: {ja: 自社の強みになる技術を、紙やファイルに書き出していますか, en: Have you written down the technology you live on?}
  yesMeans: {ja: 名前と置き場所が分かる, en: Its name and place are written}
  why: {ja: 書いていない物は守れません, en: What is not written down cannot be kept}
  example: {ja: 社長と工場長が半日で10行書いた, en: Ten lines in half a day}
  gap: {ja: 守る技術が書き出されていません, en: The technology to protect is not written down}
  severity: major
  depth: quick
  routes: [people, overseas-production]
  notApplicable: forbidden
  evidence: {ja: 台帳, en: the register}
  askRole: president
  action: write-technology-list
  expert: none
  confidence: {topic: official, wording: inferred, class: inferred}
  sources:
    - {doc: guidance-1, locator: {ja: 第1章1, en: Chapter 1.1}, confidence: official}
- id: guidance.pledges
  title: {ja: 秘密を守る約束, en: Written promises}
  question: {ja: 働く人全員と、秘密を守る約束を書面で交わしていますか, en: Has everyone signed a promise?}
  yesMeans: {ja: パートや派遣の人も交わしている, en: Part-time and agency staff too}
  why: {ja: 約束があると止めやすくなります, en: A promise makes it easier to stop}
  example: {ja: 入社の日に1枚, en: One page on the first day}
  gap: {ja: 秘密を守る約束が書面にありません, en: There is no written promise}
  severity: minor
  depth: full
  routes: [people]
  notApplicable: allowed
  evidence: {ja: 署名した書面, en: signed pages}
  askRole: general-affairs
  action: exchange-pledges
  caution: {ja: 違約金の額は書きません, en: Do not write a sum of damages}
  expert: lawyer
  confidence: {topic: secondary, wording: inferred, class: inferred}
  sources:
    - {doc: guidance-1, locator: {ja: 第2章, en: Chapter 2}, confidence: secondary}
`,
  'guidance/overseas.yaml': `
- id: guidance.overseas-line
  title: {ja: 出す技術と残す技術, en: What goes and what stays}
  question: {ja: 海外に出す技術と、国内に残す技術を決めていますか, en: Have you decided what stays in Japan?}
  yesMeans: {ja: 紙に書いてある, en: It is on paper}
  why: {ja: 出した技術は戻りません, en: What has gone does not come back}
  example: {ja: 熱処理だけ国内に残した, en: Heat treatment stayed in Japan}
  gap: {ja: 残す技術が決まっていません, en: What stays is not decided}
  scene: overseas-partner
  appliesWhen: {any: [{fact: overseasProduction, in: [planning, operating]}, {not: {fact: employees, gte: 0}}]}
  severity: major
  depth: full
  routes: [overseas-production]
  notApplicable: allowed
  evidence: {ja: 会議の記録, en: minutes}
  askRole: president
  action: write-technology-list
  expert: none
  confidence: {topic: official, wording: inferred, class: inferred}
  sources:
    - {doc: guidance-1, locator: {ja: 第1章2, en: Chapter 1.2}, confidence: official}
`,
  'actions/basics.yaml': `
- id: write-technology-list
  title: {ja: 守る技術を書き出す, en: Write down the technology}
  why: {ja: 書いていない物は守れません, en: What is not written down cannot be kept}
  firstStep: {ja: 3つだけ書く, en: Write three}
  steps:
    - {ja: 工場長と見直す, en: Review with the plant manager}
  effort: {small: 0.5, medium: 1, large: 2}
  cost: none
  role: president
  evidence: {ja: 台帳, en: the register}
  after: []
  help: [bureau]
  expert: none
- id: exchange-pledges
  title: {ja: 約束を書面で交わす, en: Exchange written promises}
  why: {ja: 約束があると止めやすくなります, en: A promise makes it easier to stop}
  firstStep: {ja: ひな形を読む, en: Read a model}
  steps:
    - {ja: 全員に説明する, en: Explain it to everyone}
  effort: {small: 1, medium: 2, large: 5}
  cost: none
  role: general-affairs
  evidence: {ja: 署名した書面, en: signed pages}
  after: [write-technology-list]
  help: []
  expert: lawyer
`,
};

export function sampleFiles(): SourceFiles {
  return new Map(Object.entries(FILES).map(([path, text]) => [path, text.trimStart()]));
}

/** Where a test writes the place it expects a finding at. */
const MARK = '▼';

interface Broken {
  readonly files: SourceFiles;
  readonly file: string;
  readonly location: Location;
}

/** One passage of one file and what stands there instead. */
type Edit = readonly [path: string, from: string, to: string];

/** The sample with some passages replaced; the one mark in the replacements gives the expected place. */
export function sampleWith(edits: readonly Edit[]): Broken {
  const files = new Map(sampleFiles());
  for (const [path, from, to] of edits) {
    const text = files.get(path);
    if (text === undefined || text.split(from).length !== 2)
      throw new Error(`"${from}" is not once in ${path}`);
    files.set(
      path,
      text.replace(from, () => to),
    );
  }
  const marked = [...files].filter(([, text]) => text.includes(MARK));
  const [file, text] = marked[0] ?? ['', ''];
  if (marked.length !== 1) throw new Error('a mark has to stand in one file');
  files.set(file, text.replace(MARK, ''));
  const before = text.slice(0, text.indexOf(MARK)).split('\n');
  return { files, file, location: { line: before.length, column: (before.at(-1) ?? '').length + 1 } };
}
