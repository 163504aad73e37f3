import { asBase, worse } from './repository.ts';
import type { Kind, Way } from './way.ts';

const FILE = 'clients/c003.yaml';
const POLICY = 'wazamori.policy.yaml';
const REGISTER = /clients:\n(?: {2}- .*\n)+/;
const hidden = (does: string, play: Way['play'], caught = 'gap-new'): Way => ({
  does,
  play: (r) => {
    worse(r);
    play(r);
  },
  caught,
});

export const FILES: Kind = {
  name: 'ファイルを隠す',
  ways: [
    hidden('ファイルを消す', (r) => r.remove(FILE), 'client-missing'),
    hidden(
      'ファイルと名簿の行を、一緒に消す',
      (r) => {
        r.remove(FILE);
        r.write('wazamori.policy.yaml', r.read('wazamori.policy.yaml').replace(/.*name: c3,.*\n/, ''));
      },
      'file-gone',
    ),
    hidden('名前を変える', (r) => r.move(FILE, 'clients/c103.yaml')),
    hidden('ほかのフォルダへ移す', (r) => r.move(FILE, 'old/c003.yaml'), 'client-missing'),
    hidden('隠しフォルダへ移す', (r) => r.move(FILE, 'clients/.old/c003.yaml'), 'client-missing'),
    hidden('名前の終わりを .bak にする', (r) => r.move(FILE, `${FILE}.bak`), 'client-missing'),
    hidden('名前を大文字にする', (r) => r.move(FILE, 'clients/C003.YAML')),
    hidden('.yml にする', (r) => r.move(FILE, 'clients/c003.yml')),
    hidden('印（wazamori）を引用符で囲む', (r) =>
      r.write(FILE, r.read(FILE).replace('wazamori: 1', '"wazamori": 1')),
    ),
    hidden(
      '印の行を消す',
      (r) => r.write(FILE, r.read(FILE).replace('wazamori: 1\n', '')),
      'version-missing',
    ),
    hidden(
      '印の行をコメントにする',
      (r) => r.write(FILE, r.read(FILE).replace('wazamori: 1', '# wazamori: 1')),
      'version-missing',
    ),
    hidden(
      '中身を、ほかの YAML に替える',
      (r) => r.write(FILE, 'services: {web: {image: nginx}}\n'),
      'not-recognised',
    ),
    hidden('中身を空にする', (r) => r.write(FILE, ''), 'not-recognised'),
    hidden('読めない YAML にする', (r) => r.write(FILE, 'a: [\n'), 'not-recognised'),
    hidden(
      'Git LFS の目印だけにする',
      (r) =>
        r.write(
          FILE,
          `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 1234\n`,
        ),
      'not-recognised',
    ),
    hidden('UTF-16 で書く', (r) =>
      r.write(FILE, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(r.read(FILE), 'utf16le')])),
    ),
    hidden('BOM と CRLF を付ける', (r) => r.write(FILE, `\ufeff${r.read(FILE).replaceAll('\n', '\r\n')}`)),
    hidden(
      '文書を2つに分け、良い方を後ろに置く',
      (r) => r.write(FILE, `${r.read(FILE)}---\n${r.read('clients/c004.yaml')}`),
      'yaml-several-documents',
    ),
    hidden(
      '良い答えのファイルへのリンクに替える',
      (r) => {
        r.remove(FILE);
        r.link(FILE, 'c006.yaml');
      },
      'client-twice',
    ),
    hidden(
      '行き先のないリンクに替える',
      (r) => {
        r.remove(FILE);
        r.link(FILE, 'nobody.yaml');
      },
      'not-recognised',
    ),
    hidden(
      'フォルダに替える',
      (r) => {
        r.move(FILE, 'kept.yaml');
        r.move('kept.yaml', `${FILE}/note.txt`);
      },
      'not-recognised',
    ),
    hidden(
      '大きすぎるファイルにする',
      (r) => r.write(FILE, `${r.read(FILE)}${'# ながい注釈\n'.repeat(20_000)}`),
      'file-too-large',
    ),
    hidden(
      '名簿にない会社として、良い答えを足す',
      (r) => r.write('clients/c013.yaml', r.read('clients/c004.yaml').replace('精工4', '精工13')),
      'gap-new',
    ),
    {
      does: '名前を、決まりで調べないことにしている名前（*.yml）へ変える',
      play: (r) => {
        r.write(POLICY, r.read(POLICY).replace(REGISTER, 'exclude: ["clients/*.yml"]\n'));
        asBase(r);
        worse(r);
        r.move(FILE, 'clients/c003.yml');
      },
      caught: 'not-recognised',
    },
    {
      does: '調べないことにしているフォルダへ移す',
      play: (r) => {
        r.write(POLICY, r.read(POLICY).replace(REGISTER, 'exclude: [clients/samples]\n'));
        asBase(r);
        r.move(FILE, 'clients/samples/c003.yaml');
      },
      caught: 'file-gone',
    },
    {
      does: '答えのフォルダへのリンクを、1社を抜いた写しへ向ける',
      play: (r) => {
        r.write(POLICY, r.read(POLICY).replace(REGISTER, ''));
        r.move('clients', 'data');
        r.link('clients', 'data');
        asBase(r);
        r.copy('data', 'data2');
        r.remove('data2/c003.yaml');
        r.remove('clients');
        r.link('clients', 'data2');
      },
      caught: 'file-gone',
    },
    {
      does: '答えへのリンクを、悪い写しへ向ける',
      play: (r) => {
        r.move(FILE, 'data/c003.yaml');
        r.link(FILE, '../data/c003.yaml');
        asBase(r);
        r.write('data/d003.yaml', r.read('data/c003.yaml').replace('showing: はい', 'showing: いいえ'));
        r.remove(FILE);
        r.link(FILE, '../data/d003.yaml');
      },
      caught: 'gap-new',
    },
    hidden('改行の入った名前にする', (r) => r.move(FILE, 'clients/c003\nx.yaml'), 'client-missing'),
    hidden('node_modules へ移す', (r) => r.move(FILE, 'clients/node_modules/c003.yaml'), 'client-missing'),
    hidden('.gitignore に書く', (r) => r.write('.gitignore', `${FILE}\n`)),
    {
      does: '調べないことにしている見本を、消す',
      play: (r) => {
        r.write(POLICY, `${r.read(POLICY)}exclude: [clients/samples]\n`);
        r.copy(FILE, 'clients/samples/s.yaml');
        asBase(r);
        r.remove('clients/samples/s.yaml');
      },
      allowed: '前から調べていないものなので、消しても何も変わりません。',
    },
    {
      does: '支援の終わった会社を、名簿の行と一緒に消す',
      play: (r) => {
        r.remove(FILE);
        r.write(POLICY, r.read(POLICY).replace(/.*name: c3,.*\n/, ''));
      },
      args: ['clients', '--baseline', 'main:', '--allow-policy-change'],
      allowed: '名簿から外すことを、預かる人が認めた時だけです。お知らせには残ります。',
      noted: 'file-gone',
    },
    {
      does: '新しい拠点のファイルを足し、名簿のその会社に書く',
      play: (r) => {
        r.write(
          'clients/c003b.yaml',
          r.read(FILE).replace('employees: 23', 'employees: 23\n  site: 第二工場'),
        );
        r.write(POLICY, r.read(POLICY).replace(FILE, `[${FILE}, clients/c003b.yaml]`));
      },
      allowed: '拠点が増えても、前からのファイルは調べ続けます。名簿が効くまでは注意が出ます。',
      noted: 'client-unlisted',
    },
    {
      does: '名簿にない会社の答えを足す',
      play: (r) => r.write('clients/c013.yaml', r.read('clients/c004.yaml').replace('精工4', '精工13')),
      allowed: '加わることは悪いことではありません。注意を出し、名簿に書けば消えます。',
      noted: 'client-unlisted',
    },
    {
      does: 'docker-compose や Helm の YAML を、同じフォルダに置く',
      play: (r) => {
        r.write('clients/compose.yaml', 'services:\n  wazamori: {image: nginx}\n');
        r.write('clients/chart.yaml', 'a: {{ .Values.wazamori }}\n');
      },
      allowed: '回答ファイルではないものは、数えて除くだけです。名前はどの出力にも出ます。',
    },
    {
      does: 'ファイルを移し、名簿も直す',
      play: (r) => {
        r.move(FILE, 'clients/east/c003.yaml');
        r.write(
          'wazamori.policy.yaml',
          r.read('wazamori.policy.yaml').replace(FILE, 'clients/east/c003.yaml'),
        );
      },
      args: ['clients', '--baseline', 'main:', '--allow-policy-change'],
      allowed: '名簿の変更を、預かる人が認めた時だけです。前の答えとは、会社で比べ続けます。',
    },
  ],
};
