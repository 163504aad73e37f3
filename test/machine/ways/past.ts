import { join } from 'node:path';
import { parse } from 'yaml';
import { asBase, worse } from './repository.ts';
import type { Kind } from './way.ts';

const AUTO = ['clients', '--baseline', 'auto'];

/** Answers as JSON, with the keys of a saved result beside them: one that found nothing. */
function asJson(text: string): string {
  const saved = {
    schemaVersion: 2,
    depth: 'quick',
    editions: {},
    score: { low: 0 },
    items: [],
    verdicts: [],
  };
  return JSON.stringify({ ...parse(text), ...saved }, null, 1);
}

export const PAST: Kind = {
  name: '過去を取り替える',
  ways: [
    {
      does: '比べる元と同じ名前のフォルダを置く（main: のつもり）',
      play: (r) => {
        worse(r);
        r.copy('clients', 'kept');
        r.move('kept', 'main:/clients');
      },
      args: ['clients', '--baseline', 'main:'],
      caught: 'gap-new',
    },
    {
      does: '比べる元の枝と同じ名前のタグを置く',
      play: (r) => {
        worse(r);
        r.commit('Worse');
        r.git('tag', 'main');
      },
      args: ['clients', '--baseline', 'main:'],
      caught: /main/,
    },
    {
      does: '2回に分けて送り、2回目だけを比べさせる',
      play: (r) => {
        worse(r);
        r.commit('First half');
        r.edit(4, ['employees: 24', 'employees: 25']);
        r.commit('Second half');
      },
      args: AUTO,
      caught: 'gap-new',
    },
    {
      does: '悪くした後で、良い所だけを足す',
      play: (r) => {
        worse(r);
        r.commit('Worse');
        r.edit(3, ['guidance.need-to-know-access: いいえ', 'guidance.need-to-know-access: はい']);
        r.commit('Better');
      },
      args: AUTO,
      caught: 'gap-new',
    },
    {
      does: 'main へ直に送り、調べるコミットそのものと比べさせる',
      play: (r) => {
        const before = r.commitOf('main');
        worse(r);
        r.commit('Worse');
        r.git('checkout', '--quiet', '-B', 'main');
        r.git('update-ref', 'refs/remotes/origin/main', 'main');
        r.write(
          '.git/event.json',
          JSON.stringify({ before, repository: { private: true, visibility: 'private' } }),
        );
      },
      args: AUTO,
      env: ({ folder }) => ({
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_EVENT_NAME: 'push',
        GITHUB_REF: 'refs/heads/main',
        GITHUB_REF_NAME: 'main',
        GITHUB_EVENT_PATH: join(folder, '.git/event.json'),
      }),
      caught: 'gap-new',
    },
    {
      does: '手元の main を、自分の枝の先へ動かす',
      play: (r) => {
        r.git('update-ref', 'refs/remotes/origin/main', 'main');
        r.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
        worse(r);
        r.commit('Worse');
        r.git('branch', '--force', 'main', 'HEAD');
      },
      args: AUTO,
      caught: 'gap-new',
    },
    {
      does: 'git replace で、昔のコミットを差し替える',
      play: (r) => {
        worse(r);
        r.commit('Worse');
        r.git('replace', 'main', 'HEAD');
      },
      args: ['clients', '--baseline', 'main:'],
      caught: 'gap-new',
    },
    {
      does: '.gitattributes で、昔の中身を別のものに見せる',
      play: (r) => {
        worse(r);
        r.write('.gitattributes', '*.yaml ident export-ignore export-subst\n');
        r.commit('Worse');
      },
      args: AUTO,
      caught: 'gap-new',
    },
    {
      does: '履歴を浅くして、比べられなくする',
      play: (r) => {
        worse(r);
        r.commit('Worse');
        r.git('checkout', '--quiet', '--orphan', 'fresh');
        r.commit('No past');
        r.git('branch', '--delete', '--force', 'main', 'change');
      },
      args: AUTO,
      caught: /fetch-depth/,
    },
    {
      does: '比べる元に、答えのない所を指す',
      play: worse,
      args: ['clients', '--baseline', 'main:own'],
      caught: 'baseline-none-compared',
    },
    {
      does: '消したことを、パスを2つ渡して隠す',
      play: (r) => {
        r.move('clients/c004.yaml', 'more/c004.yaml');
        r.remove('clients/c003.yaml');
      },
      args: ['clients', 'more', '--baseline', 'main:'],
      caught: 'file-gone',
    },
    {
      does: '答えを JSON で書き直し、中に空の結果（score の JSON）も仕込んでおく。次の変更で悪くする',
      play: (r) => {
        r.write('clients/c003.yaml', asJson(r.read('clients/c003.yaml')));
        asBase(r);
        r.edit(3, ['"guidance.nda-before-showing": "はい"', '"guidance.nda-before-showing": "いいえ"']);
      },
      caught: 'gap-new',
    },
    {
      does: '消えた別の会社の名前を名乗り、その悪い答えと比べさせる',
      play: (r) => {
        const other = r.read('clients/c003.yaml').replace('精工3', '精工99');
        r.write('archive/c099.yaml', other.replace('showing: はい', 'showing: いいえ'));
        asBase(r);
        worse(r);
        r.edit(3, ['精工3', '精工99']);
        r.remove('archive');
      },
      caught: 'gap-new',
    },
    {
      does: 'もう main が進んでいる時に、古い枝から出す',
      play: (r) => {
        r.edit(4, [
          'guidance.drawing-handover-record: はい',
          'guidance.drawing-handover-record: {answer: はい, note: 台帳あり}',
        ]);
        r.commit('Mine');
        r.git('checkout', '--quiet', 'main');
        r.edit(5, ['guidance.need-to-know-access: いいえ', 'guidance.need-to-know-access: はい']);
        r.commit('Better on main');
        r.git('checkout', '--quiet', 'change');
      },
      args: ['clients', '--baseline', 'main:'],
      allowed: 'あとから main に入った良い答えは、古い枝のせいになりません。枝分かれした所と比べます。',
    },
    {
      does: 'main で壊れていたファイルを直す',
      play: (r) => {
        const sound = r.read('clients/c003.yaml');
        r.git('checkout', '--quiet', 'main');
        r.write('clients/c003.yaml', 'wazamori: 1\nanswers: [\n');
        r.commit('Broken');
        r.git('checkout', '--quiet', '-B', 'change');
        r.write('clients/c003.yaml', sound);
      },
      args: AUTO,
      allowed: '壊れたものを直す変更は止めません。比べていないことを注意で知らせます。',
      noted: 'baseline-broken',
    },
  ],
};
