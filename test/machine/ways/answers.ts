import { asBase, worse } from './repository.ts';
import type { Kind } from './way.ts';

const NDA = 'guidance.nda-before-showing';
const NO = `${NDA}: いいえ`;
const OVERDUE =
  'plan: {actions: {limit-drawing-access: {owner: 製造部長, due: 2026-10-30, status: doing}}}\n';

export const ANSWERS: Kind = {
  name: '答えを良く見せる',
  ways: [
    { does: '悪くなった答えを、そのまま出す', play: worse, caught: 'gap-new' },
    {
      does: '「はい」を「わからない」にする',
      play: (r) => r.edit(3, [`${NDA}: はい`, `${NDA}: わからない`]),
      caught: 'gap-new',
    },
    {
      does: '悪い答えの行を消す',
      play: (r) => r.edit(3, ['  guidance.subcontractor-care-check: いいえ\n', '']),
      caught: 'answer-removed',
    },
    {
      does: '行をコメントにする',
      play: (r) => r.edit(3, ['  guidance.subcontractor-care', '  # guidance.subcontractor-care']),
      caught: 'answer-removed',
    },
    {
      does: 'もっともらしい理由で「当てはまらない」にする',
      play: (r) =>
        r.edit(3, [
          'guidance.audit-visit-scope: いいえ',
          'guidance.audit-visit-scope: {answer: 当てはまらない, reason: 付き合いが長い}',
        ]),
      caught: 'became-not-applicable',
    },
    {
      does: '理由なしで「当てはまらない」にする',
      play: (r) =>
        r.edit(3, ['guidance.audit-visit-scope: いいえ', 'guidance.audit-visit-scope: 当てはまらない']),
      caught: 'answer-removed',
    },
    {
      does: '悪い答えと良い答えを、同じ質問に2回書く',
      play: (r) => r.edit(3, [`  ${NDA}: はい`, `  ${NDA}: いいえ\n  ${NDA}: はい`]),
      caught: 'yaml-duplicate-key',
    },
    {
      does: '同じ質問を、全角や大文字のつづりでもう1度書く',
      play: (r) => r.edit(3, [`  ${NDA}: はい`, `  ${NO}\n  GUIDANCE.nda-before-showing: はい`]),
      caught: 'gap-new',
    },
    {
      does: '別名（& *）で、ほかの答えを写す',
      play: (r) => r.edit(3, [`${NDA}: はい`, `${NDA}: &a いいえ\n  guidance.use-records: *a`]),
      caught: 'yaml-alias',
    },
    {
      does: '証拠の紙を消して、「はい」は残す',
      play: (r) => r.edit(1, [r.read('clients/c001.yaml').match(/, evidence: \[.*\]/)?.[0] ?? '?', '']),
      caught: 'evidence-removed',
    },
    {
      does: '証拠のファイルとハッシュを、ことばだけにする',
      play: (r) => {
        const proof = r.read('clients/c001.yaml').match(/, file: papers\/nda\.txt, sha256: [0-9a-f]+/)?.[0];
        r.edit(1, [proof ?? '?', '']);
      },
      caught: 'evidence-removed',
    },
    {
      does: '証拠のファイルを差し替え、ハッシュも書きかえる',
      play: (r) => {
        r.write('clients/papers/nda.txt', '空のひな形\n');
        const text = r.read('clients/c001.yaml');
        r.write('clients/c001.yaml', text.replace(/sha256: [0-9a-f]+/, `sha256: ${'0'.repeat(64)}`));
      },
      args: ['clients', '--baseline', 'main:', '--fail-on', 'warning'],
      caught: 'evidence-hash-changed',
    },
    {
      does: '証拠のハッシュ（sha256）だけを消す',
      play: (r) => {
        const text = r.read('clients/c001.yaml');
        r.write('clients/c001.yaml', text.replace(/, sha256: [0-9a-f]+/, ''));
      },
      caught: 'evidence-hash-changed',
    },
    {
      does: '確かめ方を「現物」から「聞き取り」に変える',
      play: (r) => r.edit(1, ['basis: 現物', 'basis: 聞き取り']),
      caught: 'basis-fell',
    },
    {
      does: '何も見直さずに、日付だけを新しくする',
      play: (r) => r.edit(3, ['date: 2026-11-10', 'date: 2026-11-20']),
      args: ['clients', '--baseline', 'main:', '--fail-on', 'warning'],
      caught: 'redated-only',
    },
    {
      does: '先の日付を書いて、古さの決まりを通す',
      play: (r) => r.edit(3, ['date: 2026-11-10', 'date: 9999-12-31']),
      caught: 'assessment-undated',
    },
    {
      does: '答えの日付を消す',
      play: (r) => r.edit(3, ['  date: 2026-11-10\n', '']),
      caught: 'assessment-undated',
    },
    {
      does: '期日を9999年にして、期日の決まりを通す',
      play: (r) =>
        r.edit(3, [
          'answers:\n',
          'plan: {actions: {limit-drawing-access: {owner: 製造部長, due: 9999-12-31, status: doing}}}\nanswers:\n',
        ]),
      caught: 'due-too-far',
    },
    {
      does: '点を数えない質問の「はい」に書きかえ、必ず要る質問を空ける',
      play: (r) =>
        r.edit(
          4,
          ['guidance.core-technology-list: はい', 'guidance.core-technology-list: 一部'],
          ['guidance.need-to-know-access: いいえ', 'guidance.need-to-know-access: はい'],
        ),
      caught: 'required-item-open',
    },
    {
      does: 'メモに「やっていない」と書いたまま「はい」にする',
      play: (r) =>
        r.edit(3, [
          'guidance.need-to-know-access: いいえ',
          'guidance.need-to-know-access: {answer: はい, note: まだ実施していない}',
        ]),
      args: ['clients', '--baseline', 'main:', '--fail-on', 'warning'],
      caught: 'contradicts-note',
    },
    {
      does: '質問の名前に、見えない文字を混ぜてもう1度書く',
      play: (r) => r.edit(3, [`  ${NDA}: はい`, `  ${NO}\n  "${NDA}\\u200b": はい`]),
      caught: 'yaml-invisible-in-key',
    },
    {
      does: '答えを空（~）にする',
      play: (r) => r.edit(3, [`${NDA}: はい`, `${NDA}: ~`]),
      caught: 'answer-removed',
    },
    {
      does: '同じことを聞く別の点検表の答えだけを残し、行を消して、ほかの答えで点を埋める',
      play: (r) => {
        r.edit(3, ['answers:\n', 'answers:\n  tics.nda-before-sharing: いいえ\n']);
        asBase(r);
        r.edit(
          3,
          [`  ${NDA}: はい\n`, ''],
          ['guidance.need-to-know-access: いいえ', 'guidance.need-to-know-access: はい'],
        );
      },
      caught: 'answer-removed',
    },
    {
      does: '期日の過ぎた仕事の行を消す',
      play: (r) => {
        r.edit(3, ['answers:\n', `${OVERDUE}answers:\n`]);
        asBase(r);
        r.edit(3, [OVERDUE, '']);
      },
      allowed: '課題は残り、点数も変わりません。担当と期日を求めるなら、決まりに plan: ownerFor を書きます。',
    },
    {
      does: '「わからない」を、正直に「いいえ」にする',
      play: (r) => {
        r.edit(5, ['guidance.drawing-handover-record: はい', 'guidance.drawing-handover-record: わからない']);
        r.commit('Not sure any more');
        r.git('checkout', '--quiet', '-B', 'main');
        r.git('checkout', '--quiet', '-B', 'change');
        r.edit(5, [
          'guidance.drawing-handover-record: わからない',
          'guidance.drawing-handover-record: いいえ',
        ]);
      },
      allowed: '本当のことを書いて損をしないようにするためです。',
    },
    {
      does: 'やっていないことを、初めから「はい」と書く',
      play: (r) => r.edit(3, ['guidance.need-to-know-access: いいえ', 'guidance.need-to-know-access: はい']),
      allowed:
        '書いてあることだけでは、うそは分かりません。証拠を求める決まり（evidence）と、人の確認が要ります。',
    },
  ],
};
