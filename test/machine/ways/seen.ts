import { worse } from './repository.ts';
import type { Kind } from './way.ts';

export const SEEN: Kind = {
  name: '見つかったものを見えなくする',
  ways: [
    {
      does: '結果の書き出し先に、回答ファイルを指す',
      play: worse,
      args: ['clients', '--baseline', 'main:', '--format', 'json=clients/c004.yaml'],
      caught: /c004\.yaml/,
    },
    {
      does: '結果の書き出し先に、回答ファイルへのリンクを指す',
      play: (r) => {
        worse(r);
        r.link('out.json', 'clients/c004.yaml');
      },
      args: ['clients', '--baseline', 'main:', '--format', 'json=out.json'],
      caught: /out\.json/,
    },
    {
      does: '悪くなった会社だけを、渡すファイルから外す',
      play: (r) => r.remove('clients/c003.yaml'),
      args: ['clients/c001.yaml', 'clients/c002.yaml', '--baseline', 'main:'],
      caught: 'client-missing',
    },
    {
      does: '会社名に、ログの命令（::error、改行）を書く',
      play: (r) => {
        worse(r);
        r.edit(3, ['name: 株式会社みなと精工3', 'name: "みなと精工3\\n::stop-commands::x"']);
      },
      caught: 'gap-new',
    },
    {
      does: '軽いものを何百も出して、重いものを埋もれさせる',
      play: (r) => {
        worse(r);
        for (let nth = 4; nth <= 12; nth++) {
          const many = Array.from({ length: 60 }, (_, i) => `unknownKey${i}: x\n`).join('');
          r.write(
            `clients/c${String(nth).padStart(3, '0')}.yaml`,
            `${r.read(`clients/c${String(nth).padStart(3, '0')}.yaml`)}${many}`,
          );
        }
      },
      caught: 'gap-new',
    },
    {
      does: 'CI で、公開のリポジトリのまま検査する',
      play: worse,
      env: () => ({ CI: 'true', GITLAB_CI: 'true', CI_PROJECT_VISIBILITY: 'public' }),
      caught: /公開/,
    },
    {
      does: '--no-fail を付けて、読めないファイルを通す',
      play: (r) => r.write('clients/c003.yaml', 'wazamori: 1\nanswers: [\n'),
      args: ['clients', '--baseline', 'main:', '--no-fail'],
      caught: 'yaml-unclosed',
    },
    {
      does: '--no-fail を付けて、悪くなった答えを見る',
      play: worse,
      args: ['clients', '--baseline', 'main:', '--no-fail'],
      allowed: 'CI の設定に書く人が選ぶことです。結果には全部出ます。',
      noted: 'gap-new',
    },
  ],
};
