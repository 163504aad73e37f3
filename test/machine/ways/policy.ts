import type { Repository } from './repository.ts';
import { worse } from './repository.ts';
import type { Kind, Way } from './way.ts';

const POLICY = 'wazamori.policy.yaml';
const rewritten = (r: Repository, from: string, to: string): void => {
  const text = r.read(POLICY);
  if (!text.includes(from)) throw new Error(`the policy has no ${from}`);
  r.write(POLICY, text.replace(from, to));
};
const softened = (does: string, from: string, to: string): Way => ({
  does,
  play: (r) => rewritten(r, from, to),
  caught: 'policy-weakened',
});
const own = ['clients', '--baseline', 'main:', '--catalog', 'own'];

export const POLICIES: Kind = {
  name: '決まりと点検項目を緩める',
  ways: [
    softened('点数の下限を下げる', 'low: 10', 'low: 1'),
    softened('必ず要る質問を減らす', 'required: [guidance.core-technology-list]\n', ''),
    softened('手続きの決まりを消す', 'legal: {noStop: true}\n', ''),
    softened('古さの決まりを延ばす', 'ageDays: 180', 'ageDays: 3650'),
    softened('受け入れてよい数を増やす', 'most: 1', 'most: 99'),
    softened('認める人を増やす', '[情報管理の責任者]', '[情報管理の責任者, 係長]'),
    softened('見送れる期限を延ばす', 'maxDays: 180', 'maxDays: 3650'),
    softened('決まりを1つ切る', 'rules: 2027.1', 'rules: {edition: 2027.1, gap-new: "off"}'),
    softened('決まりを注意に落とす', 'rules: 2027.1', 'rules: {edition: 2027.1, gap-new: warning}'),
    softened('決まりの版を書かないことにする', 'rules: 2027.1\n', ''),
    softened('調べない所を足す', 'clients:\n', 'exclude: [clients/c003.yaml]\nclients:\n'),
    softened('名簿から会社を消す', '  - {name: c3, files: clients/c003.yaml}\n', ''),
    {
      does: '決まりのファイルを消す',
      play: (r) => r.remove(POLICY),
      caught: 'policy-weakened',
    },
    {
      does: '決まりのファイルの名前を変えて、効かなくする',
      play: (r) => r.move(POLICY, 'old.policy.yaml'),
      caught: 'policy-weakened',
    },
    {
      does: '決まりを読めなくする',
      play: (r) => r.write(POLICY, 'policy: [\n'),
      caught: /wazamori\.policy\.yaml/,
    },
    {
      does: '答えの近くに、緩い決まりを置く',
      play: (r) => {
        worse(r);
        r.write('clients/wazamori.policy.yaml', 'policy: 1\nrules: {gap-new: "off", score-fell: "off"}\n');
      },
      caught: 'policy-weakened',
    },
    {
      does: '.yml の名前で、答えの近くに置く',
      play: (r) => {
        worse(r);
        r.write('clients/wazamori.policy.yml', 'policy: 1\nrules: {gap-new: "off", score-fell: "off"}\n');
      },
      caught: 'gap-new',
    },
    {
      does: '緩い決まりを、同梱の決まりと同じ名前（standard）で置く',
      play: (r) => {
        r.write('standard', 'policy: 1\n');
        r.edit(3, ['guidance.core-technology-list: はい', 'guidance.core-technology-list: いいえ']);
      },
      args: ['clients', '--baseline', 'main:', '--policy', 'standard'],
      caught: 'required-item-open',
    },
    {
      does: 'CI が名前で渡す決まりのファイルを緩める',
      play: (r) => {
        worse(r);
        rewritten(r, 'rules: 2027.1', 'rules: {edition: 2027.1, gap-new: "off", score-fell: "off"}');
      },
      args: ['clients', '--baseline', 'main:', '--policy', POLICY],
      caught: 'gap-new',
    },
    {
      does: '自社の点検項目で、質問を外す',
      play: (r) => {
        worse(r);
        r.write('own/remove.yaml', 'items: [guidance.exhibition-review, guidance.nda-before-showing]\n');
      },
      args: own,
      caught: 'checklist-weakened',
    },
    {
      does: '自社の点検項目で、重さの表を変える',
      play: (r) => {
        worse(r);
        r.write('own/weights.yaml', 'severity: {critical: 1, major: 1, minor: 1}\n');
      },
      args: own,
      caught: 'checklist-weakened',
    },
    {
      does: '自社の点検項目のフォルダを、丸ごと消す',
      play: (r) => r.remove('own'),
      args: own,
      caught: /own/,
    },
    {
      does: '決まりを緩める変更を、預かる人が認める',
      play: (r) => rewritten(r, 'ageDays: 180', 'ageDays: 365'),
      args: ['clients', '--baseline', 'main:', '--allow-policy-change'],
      allowed: '認めるしるし（--allow-policy-change）は、CI の設定だけに書けます。結果には残ります。',
    },
    {
      does: '決まりを厳しくする',
      play: (r) => rewritten(r, 'low: 10', 'low: 12'),
      allowed: '厳しくするのは、だれでもできます。',
    },
  ],
};
