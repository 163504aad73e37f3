import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../cli/run-cli.ts';
import type { Repository } from './repository.ts';
import { asBase, worse } from './repository.ts';
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
/** The answers in a repository of their own, with the policy beside them. */
function inSubmodule(r: Repository, policy: string): void {
  r.write(`clients/${policy}`, r.read(policy).replaceAll('files: clients/', 'files: '));
  r.remove(policy);
  r.git('rm', '-r', '--quiet', '--cached', 'clients');
  r.git('-C', 'clients', 'init', '--quiet', '--template=', '--initial-branch=main');
  r.git('-C', 'clients', 'add', '--all');
  r.git('-C', 'clients', 'commit', '--quiet', '--message', 'Of our own');
  r.write('.gitmodules', '[submodule "clients"]\n\tpath = clients\n\turl = ./clients\n');
}
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
    softened('名簿の会社を、場所だけにする', '{name: c3, files: clients/c003.yaml}', 'clients/c003.yaml'),
    softened('名簿の2社の名前を入れ替える', 'c3, files: clients/c003.yaml', 'c3, files: clients/c004.yaml'),
    {
      does: '名簿の会社から、拠点のファイルを1つ外す',
      play: (r) => {
        r.write(
          'clients/c003b.yaml',
          r.read('clients/c003.yaml').replace('  employees', '  site: 第二工場\n  employees'),
        );
        rewritten(r, 'files: clients/c003.yaml', 'files: [clients/c003.yaml, clients/c003b.yaml]');
        asBase(r);
        rewritten(r, '[clients/c003.yaml, clients/c003b.yaml]', 'clients/c003.yaml');
      },
      caught: 'policy-weakened',
    },
    {
      does: '決まりへのリンクの先を緩める',
      play: (r) => {
        r.move(POLICY, 'rules/strict.yaml');
        r.link(POLICY, 'rules/strict.yaml');
        asBase(r);
        r.write('rules/strict.yaml', r.read('rules/strict.yaml').replace('ageDays: 180', 'ageDays: 999'));
      },
      caught: 'policy-weakened',
    },
    {
      does: '決まりを /dev/null へのリンクにする',
      play: (r) => {
        r.remove(POLICY);
        r.link(POLICY, '/dev/null');
      },
      caught: 'policy-weakened',
    },
    {
      does: '決まりを UTF-16 にして、緩める',
      play: (r) => {
        const text = r.read(POLICY).replace('ageDays: 180', 'ageDays: 999');
        r.write(POLICY, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
      },
      caught: 'policy-weakened',
    },
    {
      does: '決まりの同じ項目を、2回書く',
      play: (r) => rewritten(r, 'ageDays: 180', 'ageDays: 180\nageDays: 999'),
      caught: /ageDays.*2回/,
    },
    {
      does: '決まりに YAML の差し込み（<<）を書く',
      play: (r) => rewritten(r, 'ageDays: 180', '<<: {ageDays: 999}'),
      caught: /<</,
    },
    {
      does: 'サブモジュールの中にある決まりを緩める',
      play: (r) => {
        inSubmodule(r, POLICY);
        asBase(r);
        r.write(`clients/${POLICY}`, r.read(`clients/${POLICY}`).replace('ageDays: 180', 'ageDays: 999'));
        r.git('-C', 'clients', 'commit', '--quiet', '--all', '--message', 'Softer');
      },
      caught: 'policy-weakened',
    },
    {
      does: '使われる決まりの横に、別の名前（.yml）で緩い決まりを置く',
      play: (r) => r.write('wazamori.policy.yml', 'policy: 1\n'),
      allowed: '効くのは .yaml だけです。2つあることを注意で知らせます。',
      noted: 'policy-twice',
    },
    {
      does: '決まりを UTF-16 と CRLF で書き直し、説明を足す',
      play: (r) => {
        const text = `# 説明\n${r.read(POLICY)}`.replaceAll('\n', '\r\n');
        r.write(POLICY, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
      },
      allowed: '求めることは同じです。',
    },
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
      does: '自社の点検項目で、質問を下限のない分野へ移す',
      play: (r) => {
        const all = readFileSync(join(ROOT, 'checklists/guidance/procurement.yaml'), 'utf8');
        const [question = ''] = all.match(/^- id: guidance\.nda-before-showing\n(?: .*\n)+/m) ?? [];
        r.write('own/guidance/foundation.yaml', question);
      },
      args: own,
      caught: 'checklist-weakened',
    },
    {
      does: '自社の点検項目で、会社のことの聞き方を変える',
      play: (r) => {
        const all = readFileSync(join(ROOT, 'checklists/profile.yaml'), 'utf8');
        const [fact = ''] = all.match(/^ +- id: outsourcing\n(?: {4,}.*\n)+/m) ?? [];
        r.write('own/profile.yaml', `facts:\n${fact}    askedWhen: {fact: exhibitions, in: ["yes"]}\n`);
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
