import { describe, expect, it } from 'vitest';
import { faceToFace } from '../../src/cli/faces/face-to-face.ts';
import { guidedMenu, type MenuInput } from '../../src/interview/menu.ts';
import { emergencyScreen } from '../../src/interview/screens/emergency.ts';
import { CATALOG, JA, textsOf } from './sample.ts';
import { KEY, type Stage, stage } from './stage.ts';

const TEXTS = textsOf(CATALOG);

const open = (at: Stage, files: MenuInput['files']) =>
  faceToFace(at.terminal, JA, (face) =>
    guidedMenu({ words: JA, texts: TEXTS, face, files, newFile: 'answers.yaml' }),
  );

describe('the guided menu', () => {
  it('opens with the emergency door, and comes back from it', async () => {
    const at = stage();
    const choice = open(at, []);
    await at.after('1 いま漏れたかもしれない', '1');
    await at.after('消さない・触らない', KEY.enter);
    await at.after('何をしますか', '6');
    await expect(choice).resolves.toEqual({ kind: 'quit' });
  });

  it('offers a name for a new file', async () => {
    const at = stage();
    const choice = open(at, ['old.yaml']);
    await at.after('何をしますか', '2');
    await at.after('> answers.yaml', KEY.enter);
    await expect(choice).resolves.toEqual({ kind: 'new', file: 'answers.yaml' });
  });

  it('takes the only file there is', async () => {
    const at = stage();
    const choice = open(at, ['サンプル精機.yaml']);
    await at.after('何をしますか', '3');
    await expect(choice).resolves.toEqual({ kind: 'resume', file: 'サンプル精機.yaml' });
  });

  it('asks which of several, and goes back', async () => {
    const at = stage();
    const choice = open(at, ['本社.yaml', '第二工場.yaml']);
    await at.after('何をしますか', '5');
    await at.after('どのファイルですか', 'b');
    await at.after('何をしますか', '5');
    await at.after('どのファイルですか', '2');
    await expect(choice).resolves.toEqual({ kind: 'report', file: '第二工場.yaml' });
  });

  it('leads to the technologies, into a new file where there is none', async () => {
    const at = stage();
    const choice = open(at, []);
    await at.after('何をしますか', '4');
    await at.after('> answers.yaml', KEY.enter);
    await expect(choice).resolves.toEqual({ kind: 'technologies', file: 'answers.yaml' });
  });

  it('asks for a place where no file is found', async () => {
    const at = stage();
    const choice = open(at, []);
    await at.after('何をしますか', '3');
    await at.after('回答ファイルの名前', KEY.enter);
    await at.after('ファイルの名前を書いてください', `clients/山田.yaml${KEY.enter}`);
    await expect(choice).resolves.toEqual({ kind: 'resume', file: 'clients/山田.yaml' });
  });

  it('begins nothing under a name that somebody has left in the middle', async () => {
    const at = stage();
    const choice = open(at, []);
    await at.after('何をしますか', '3');
    await at.after('回答ファイルの名前', '山田');
    await at.after('> 山田', KEY.ctrlC);
    await expect(choice).resolves.toEqual({ kind: 'quit' });
  });

  it.each([
    ['Ctrl-C', KEY.ctrlC],
    ['Ctrl-D', KEY.ctrlD],
  ])('quits at %s', async (_, key) => {
    const at = stage();
    const choice = open(at, []);
    await at.after('何をしますか', key);
    await expect(choice).resolves.toEqual({ kind: 'quit' });
  });
});

describe('the emergency screen', () => {
  it('prints checked contacts only, and the name alone where none is checked', () => {
    const text = emergencyScreen(TEXTS, JA).body.join('\n');
    expect(text).toContain('0570-082100');
    expect(text).not.toContain('03-0000-0000');
    expect(text).not.toContain('0120-000-000');
    expect(text).toContain('弁護士会の窓口（連絡先は公式のページで確かめてください）');
  });
});
