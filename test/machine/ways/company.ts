import { worse } from './repository.ts';
import type { Kind } from './way.ts';

const TECHNOLOGY = '  - id: t1\n    name: 薄板の焼鈍条件\n    family: [none]\n    kind: manufacture\n';

export const COMPANY: Kind = {
  name: '会社のことを変える',
  ways: [
    {
      does: '会社のことを変えて、聞かれる質問を減らす',
      play: (r) => r.edit(7, ['outsourcing: yes', 'outsourcing: no']),
      caught: 'left-scope',
    },
    {
      does: '会社のことを「わからない」にして、聞かれる質問を減らす',
      play: (r) => r.edit(7, ['outsourcing: yes', 'outsourcing: unknown']),
      allowed: 'わからないことでは、質問は減りません。隠れるものがないので、何も言いません。',
    },
    {
      does: '会社のことの行を消す',
      play: (r) => r.edit(7, ['  outsourcing: yes\n', '']),
      allowed: 'わからないことでは、質問は減りません。隠れるものがないので、何も言いません。',
    },
    {
      does: '点検の深さを「10問だけ」にする',
      play: (r) => r.edit(8, ['depth: full', 'depth: quick']),
      caught: 'depth-fell',
    },
    {
      does: '点検項目の版を、古い番号に書きかえる',
      play: (r) => r.edit(8, ['guidance: "2026.1"', 'guidance: "2020.1"']),
      args: ['clients', '--baseline', 'main:', '--fail-on', 'warning'],
      caught: 'edition-differs',
    },
    {
      does: '技術を消す',
      play: (r) => r.edit(9, [TECHNOLOGY, '']),
      caught: 'technology-gone',
    },
    {
      does: '技術の番号を変えて、別の技術に見せる',
      play: (r) => r.edit(2, ['id: t1', 'id: t9']),
      caught: 'technology-gone',
    },
    {
      does: '定義に「当たる」を「当たらない」にする',
      play: (r) => r.edit(2, ['definitionCheck: meets', 'definitionCheck: does-not-meet']),
      caught: 'verdict-softer',
    },
    {
      does: '技術の種類を「どれでもない」にする',
      play: (r) => r.edit(2, ['family: [mlcc]', 'family: [none]']),
      caught: 'verdict-softer',
    },
    {
      does: '渡す先を、手続きの軽い国にする',
      play: (r) => r.edit(2, ['destination: non-group-a', 'destination: group-a-only']),
      caught: 'verdict-softer',
    },
    {
      does: '「除かれる場合」に当たると書く',
      play: (r) => r.edit(2, ['exclusion: none', 'exclusion: public-domain-all']),
      caught: 'verdict-softer',
    },
    {
      does: '会社名を変えて、前の答えから離れる',
      play: (r) => {
        worse(r);
        r.edit(3, ['name: 株式会社みなと精工3', 'name: 株式会社はじめまして']);
      },
      caught: 'gap-new',
    },
    {
      does: 'ファイル名と会社名を、両方とも変える',
      play: (r) => {
        worse(r);
        r.edit(3, ['name: 株式会社みなと精工3', 'name: 株式会社はじめまして']);
        r.move('clients/c003.yaml', 'clients/d003.yaml');
      },
      caught: 'file-gone',
    },
    {
      does: '拠点の名前を変えて、前の答えから離れる',
      play: (r) => {
        worse(r);
        r.edit(3, ['  employees', '  site: 第二工場\n  employees']);
      },
      caught: 'gap-new',
    },
    {
      does: '前の名前（formerNames）に、ほかの会社を書く',
      play: (r) => {
        worse(r);
        r.edit(3, [
          'name: 株式会社みなと精工3',
          'name: 株式会社あたらしい\n  formerNames: [株式会社みなと精工4]',
        ]);
      },
      caught: 'gap-new',
    },
    {
      does: '手続きの要る技術の番号を変え、前の番号に何でもない技術を置く',
      play: (r) => r.edit(2, ['  - id: t1\n', `${TECHNOLOGY}  - id: t2\n`]),
      caught: 'verdict-softer',
    },
    {
      does: 'ほかの会社の良い答えを、そのファイルに写す',
      play: (r) => r.copy('clients/c004.yaml', 'clients/c003.yaml'),
      caught: 'client-twice',
    },
    {
      does: '会社のことを正直に書き足して、新しい課題が見える',
      play: (r) => r.edit(10, ['overseasProduction: none', 'overseasProduction: planning']),
      allowed: '答えの日付から90日は注意だけです。書かない方が得にならないようにするためです。',
      noted: 'gap-appeared',
    },
  ],
};
