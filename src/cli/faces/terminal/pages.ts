import { type Look, proseLines, type Size, wrapped } from '../layout.ts';

/** Pages of something to read, each short enough for the terminal. */
export function pagesOf(body: readonly string[], size: Size): readonly (readonly string[])[] {
  const lines = body.flatMap((text) => proseLines(text, size));
  const perPage = Math.max(3, size.rows - 5);
  const pages: (readonly string[])[] = [];
  for (let i = 0; i < lines.length; i += perPage) pages.push(lines.slice(i, i + perPage));
  return pages.length === 0 ? [[]] : pages;
}

/** Pages of something laid out: what stands between two blank lines stays together where a page can hold it. */
export function pagesOfBlocks(lines: readonly string[], size: Size): readonly (readonly string[])[] {
  const perPage = Math.max(3, size.rows - 5);
  const pages: string[][] = [];
  for (const block of blocksOf(lines)) {
    const page = pages.at(-1);
    if (page !== undefined && page.length + 1 + block.length <= perPage) page.push('', ...block);
    else {
      // What no page can hold begins where it stands, or a heading alone would fill a page.
      const here = block.length > perPage && page !== undefined ? Math.max(0, perPage - page.length - 1) : 0;
      const begun = here >= LEAST_BEGUN ? here : 0;
      if (begun > 0) page?.push('', ...block.slice(0, begun));
      for (let i = begun; i < block.length; i += perPage) pages.push(block.slice(i, i + perPage));
    }
  }
  return pages.length === 0 ? [[]] : pages;
}

/** Fewer lines of a block than this are not worth beginning it at the foot of a page. */
const LEAST_BEGUN = 4;

function blocksOf(lines: readonly string[]): readonly string[][] {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((block) => block.length > 0);
}

export function pageScreen(
  title: string,
  pages: readonly (readonly string[])[],
  page: number,
  size: Size,
  { words, theme }: Look,
  pasted = false,
): string {
  const number = pages.length > 1 ? `  ${page + 1}/${pages.length}` : '';
  const help = words.t(page + 1 < pages.length ? 'interview.keys.next-page' : 'interview.keys.close-page');
  return [
    '',
    ...wrapped(title + number, size).map(theme.strong),
    ...(pages[page] ?? []),
    pasted ? theme.warn(words.t('interview.notice.pasted-page')) : '',
    `${help} `,
  ].join('\n');
}
