import type { Words } from '../../words/messages.ts';
import { reportDocument } from '../document/build.ts';
import type { ReportInput } from '../document/input.ts';
import type { ReportDocument } from '../document/model.ts';
import { lines, partHtml } from './blocks.ts';
import { escaped } from './escape.ts';
import { presidentHtml } from './president.ts';
import { STYLE } from './style.ts';
import { HATCHES } from './svg.ts';

/** The action plan as one HTML file that asks for nothing: no script, no font, no picture from elsewhere. */
export const renderHtml = (input: ReportInput): string => htmlOf(reportDocument(input), input.words);

/** Any document as HTML. */
export function htmlOf(document: ReportDocument, { t }: Words): string {
  const { title, lang, company, president, parts } = document;
  const contents = parts.map(({ id, title: name }) => `<li><a href="#${id}">${lines(name)}</a></li>`);
  const nav =
    parts.length === 0
      ? ''
      : `<nav aria-label="${escaped(t('html.contents'))}"><ol>${contents.join('')}</ol></nav>`;
  const first = president === null ? '' : presidentHtml(president, company);
  // By its first line the program knows a file of its own.
  return `<!doctype html><!-- wazamori report -->
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">${lines(t('html.skip'))}</a>
${HATCHES}
<header><span class="small">${lines(title)}</span><span class="secret">${lines(t('pdf.secret'))}</span></header>
<main id="main" tabindex="-1">
${first}
${nav}
${parts.map(partHtml).join('\n')}
</main>
</body>
</html>
`;
}
