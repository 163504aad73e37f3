import type { CatalogTexts } from '../model/catalog-texts.ts';
import type { KeyBelow, Words } from '../words/messages.ts';
import type { Face, Option } from './face.ts';
import { emergencyScreen } from './screens/emergency.ts';
import { visibleFace } from './visible-face.ts';

export interface MenuInput {
  readonly words: Words;
  readonly texts: CatalogTexts;
  readonly face: Face;
  /** Answer files found here, the newest first. */
  readonly files: readonly string[];
  /** Name offered for a new file. */
  readonly newFile: string;
}

type FileChoice = 'new' | 'resume' | 'technologies' | 'report';

export type MenuChoice = { readonly kind: FileChoice; readonly file: string } | { readonly kind: 'quit' };

/** The menu of bare `wazamori`: help in an emergency first, then a new check, the one begun, or its report. */
export async function guidedMenu(input: MenuInput): Promise<MenuChoice> {
  const { words, texts } = input;
  const face = visibleFace(input.face);
  for (;;) {
    const picked = await pick(face, words, 'title', [
      'emergency',
      'new',
      'resume',
      'technologies',
      'report',
      'quit',
    ]);
    switch (picked) {
      case 'emergency':
        if ((await face.read(emergencyScreen(texts, words))) === 'leave') return { kind: 'quit' };
        break;
      case 'new':
      case 'resume':
      case 'technologies':
      case 'report': {
        const file = await fileFor(picked, input, face);
        if (file === 'leave') return { kind: 'quit' };
        if (file !== null) return { kind: picked, file: file.name };
        break;
      }
      default:
        return { kind: 'quit' };
    }
  }
}

async function pick(
  face: Face,
  words: Words,
  title: KeyBelow<'interview.menu'>,
  ids: readonly KeyBelow<'interview.menu'>[],
): Promise<string | null> {
  const reply = await face.choose({
    header: words.t('interview.menu.header'),
    heading: null,
    title: words.t(`interview.menu.${title}`),
    body: [],
    options: ids.map((id) => ({ id, label: words.t(`interview.menu.${id}`), typed: [] })),
    selected: [],
    commands: [],
    several: null,
  });
  return reply.kind === 'chosen' ? (reply.ids[0] ?? null) : null;
}

/** `null` = back to the menu. */
async function fileFor(
  kind: FileChoice,
  input: MenuInput,
  face: Face,
): Promise<{ readonly name: string } | 'leave' | null> {
  const { words, files } = input;
  if (kind === 'new' || files.length === 0)
    return writtenName(kind === 'technologies' ? 'new' : kind, input, face);
  const [only] = files;
  if (files.length === 1 && only !== undefined) return { name: only };
  const options: readonly Option[] = files.map((name) => ({ id: name, label: name, typed: [] }));
  const reply = await face.choose({
    header: words.t('interview.menu.header'),
    heading: null,
    title: words.t('interview.menu.which'),
    body: [],
    options,
    selected: [],
    commands: ['back'],
    several: null,
  });
  if (reply.kind === 'leave') return 'leave';
  const name = reply.kind === 'chosen' ? reply.ids[0] : undefined;
  return name === undefined ? null : { name };
}

async function writtenName(
  kind: FileChoice,
  { words, newFile }: MenuInput,
  face: Face,
): Promise<{ readonly name: string } | 'leave' | null> {
  const reply = await face.write({
    header: words.t('interview.menu.header'),
    title: words.t(kind === 'new' ? 'interview.menu.name-new' : 'interview.menu.name-old'),
    body: [words.t(kind === 'new' ? 'interview.menu.name-new-help' : 'interview.menu.name-old-help')],
    initial: kind === 'new' ? newFile : '',
    blank: null,
    unbegun: true,
    wrong: (text) => (text.trim() === '' ? words.t('interview.menu.name-needed') : null),
  });
  if (reply.kind === 'leave') return 'leave';
  return reply.kind === 'back' ? null : { name: reply.text };
}
