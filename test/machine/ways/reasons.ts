import { worse } from './repository.ts';
import type { Kind } from './way.ts';

const NDA = 'guidance.nda-before-showing';
const lifted = (entry: string): string => `wazamori: 1\nsuppressed:\n  - {${entry}}\n`;

export const REASONS: Kind = {
  name: '見送る、受け入れると書く',
  ways: [
    {
      does: '見送る人を書かない',
      play: (r) => {
        worse(r);
        r.edit(3, [
          'wazamori: 1\n',
          lifted(`code: gap-new, about: ${NDA}, reason: 来月に直す, until: 2027-01-31`),
        ]);
      },
      caught: 'suppressed-without-approver',
    },
    {
      does: '見送る理由を、決まりの名前だけで書く（about なし）',
      play: (r) => {
        worse(r);
        r.edit(3, [
          'wazamori: 1\n',
          lifted('code: gap-new, reason: 来月に直す, until: 2027-01-31, by: 情報管理の責任者'),
        ]);
        r.edit(3, ['guidance.drawing-handover-record: はい', 'guidance.drawing-handover-record: いいえ']);
      },
      caught: 'suppression-too-wide',
    },
    {
      does: '見送る理由に「-」や見えない文字だけを書く',
      play: (r) => {
        worse(r);
        r.edit(3, [
          'wazamori: 1\n',
          lifted(`code: gap-new, about: ${NDA}, reason: "-", until: 2027-01-31, by: 情報管理の責任者`),
        ]);
      },
      caught: 'missing-value',
    },
    {
      does: '見送る期限を、うんと先にする',
      play: (r) => {
        worse(r);
        r.edit(3, [
          'wazamori: 1\n',
          lifted(`code: gap-new, about: ${NDA}, reason: 直す, until: 2099-01-31, by: 情報管理の責任者`),
        ]);
      },
      caught: 'suppressed-too-long',
    },
    {
      does: '検査の決まりの方を見送る',
      play: (r) =>
        r.edit(
          3,
          [
            'wazamori: 1\n',
            lifted(
              'code: required-item-open, about: guidance.core-technology-list, reason: 来月, until: 2027-01-31, by: 情報管理の責任者',
            ),
          ],
          ['guidance.core-technology-list: はい', 'guidance.core-technology-list: 一部'],
        ),
      caught: 'required-item-open',
    },
    {
      does: '認めていない人の名前で、課題を受け入れる',
      play: (r) =>
        r.edit(3, [
          'answers:\n',
          'accepted:\n  - {item: guidance.need-to-know-access, reason: 人が足りない, until: 2027-03-31, by: 係長}\nanswers:\n',
        ]),
      caught: 'accepted-without-approver',
    },
    {
      does: '課題を、いつまでも受け入れる',
      play: (r) =>
        r.edit(3, [
          'answers:\n',
          'accepted:\n  - {item: guidance.need-to-know-access, reason: 人が足りない, until: 9999-12-31, by: 代表取締役}\nanswers:\n',
        ]),
      caught: 'accepted-too-long',
    },
    {
      does: '悪くなった答えを、認める人の名前で受け入れる',
      play: (r) => {
        worse(r);
        r.edit(3, [
          'answers:\n',
          `accepted:\n  - {item: ${NDA}, reason: 人が足りない, until: 2027-03-31, by: 代表取締役}\nanswers:\n`,
        ]);
      },
      caught: 'gap-new',
    },
    {
      does: '訳を1つずつ書き、認める人と期限を付けて見送る',
      play: (r) => {
        worse(r);
        r.edit(3, [
          'wazamori: 1\n',
          `wazamori: 1\nsuppressed:\n${['gap-new', 'score-fell']
            .map(
              (code) =>
                `  - {code: ${code}, ${code === 'gap-new' ? `about: ${NDA}, ` : ''}reason: 契約を結び直している, until: 2027-01-31, by: 情報管理の責任者}\n`,
            )
            .join('')}`,
        ]);
      },
      allowed:
        '理由・人・期限が残り、結果に数が出ます。訳のある悪化を書ける道がないと、答えをごまかす方が楽になります。',
    },
  ],
};
