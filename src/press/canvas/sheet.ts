import { visibleLine } from '../../words/visible.ts';
import type { Bookmark, Document } from '../engine/document.ts';
import {
  type Attachment,
  attach,
  countBookmarks,
  type DocumentOptions,
  openDocument,
} from '../engine/open.ts';
import { openFonts } from '../fonts/fonts.ts';
import { COLOR, TYPE } from '../look.ts';
import { BODY_WIDTH, PAGE } from '../paper.ts';
import { createTags, type Tags } from '../tags.ts';
import type { PressTools } from '../tools.ts';
import { createPen, type Pen } from './pen.ts';

/** The paper under the pen: a cursor that only moves down, and pages that begin when it reaches the bottom. */
export interface Sheet {
  readonly pen: Pen;
  readonly tags: Tags;
  readonly left: number;
  readonly width: number;
  readonly y: () => number;
  /** Room left on this page. */
  readonly room: () => number;
  readonly moveTo: (y: number) => void;
  /** Empty space, except at the top of a page. */
  readonly space: (height: number) => void;
  readonly newPage: () => void;
  /** Begins a new page unless `height` still fits on this one. */
  readonly keep: (height: number) => void;
  readonly bookmark: (title: string, level: 1 | 2) => void;
  /** How many there are so far. */
  readonly pages: () => number;
  readonly finish: (running: RunningHeads) => Promise<Uint8Array>;
}

/** What stands at the edge of every page. */
export interface RunningHeads {
  readonly subject: string;
  readonly secret: string;
  readonly date: string;
  readonly page: (n: number, of: number) => string;
}

export function openSheet(
  options: DocumentOptions,
  { fonts, deflate }: PressTools,
  attachments: readonly Attachment[],
): Sheet {
  const { doc, finish } = openDocument(options, deflate);
  const pen = createPen(doc, openFonts(fonts));
  doc.addPage();
  const tags = createTags(doc);
  let y: number = PAGE.top;
  let chapter: Bookmark | null = null;
  const newPage = (): void => {
    doc.addPage();
    y = PAGE.top;
  };
  return {
    pen,
    tags,
    left: PAGE.left,
    width: BODY_WIDTH,
    y: () => y,
    room: () => PAGE.bottom - y,
    moveTo: (to) => {
      y = to;
    },
    space: (height) => {
      if (y > PAGE.top) y += height;
    },
    newPage,
    keep: (height) => {
      if (y + height > PAGE.bottom && y > PAGE.top) newPage();
    },
    bookmark: (title, level) => {
      const place = { left: doc.page.width, top: Math.max(0, y - 8), expanded: true };
      if (level === 1 || chapter === null) chapter = doc.outline.addItem(visibleLine(title), place);
      else chapter.addItem(visibleLine(title), place);
    },
    pages: () => doc.bufferedPageRange().count,
    finish: (running) => {
      drawRunningHeads(doc, pen, tags, running);
      countBookmarks(doc);
      for (const attachment of attachments) attach(doc, attachment, options.asOf);
      tags.end();
      return finish();
    },
  };
}

function drawRunningHeads(doc: Document, pen: Pen, tags: Tags, running: RunningHeads): void {
  const { count } = doc.bufferedPageRange();
  for (let i = 0; i < count; i++) {
    doc.switchToPage(i);
    tags.artifact(() => {
      if (i > 0) {
        pen.text(running.subject, PAGE.left, PAGE.header - 6, TYPE.fine);
        pen.line(PAGE.left, PAGE.header + 9, PAGE.right, PAGE.header + 9, {
          width: 0.4,
          color: COLOR.hairline,
        });
      }
      drawSecretSeal(pen, running.secret);
      pen.text(running.date, PAGE.left, PAGE.footer, TYPE.fine);
      pen.text(running.page(i + 1, count), PAGE.right, PAGE.footer, TYPE.fine, 'right');
    }, 'Pagination');
  }
}

function drawSecretSeal(pen: Pen, text: string): void {
  const style = { ...TYPE.fine, weight: 'bold', color: COLOR.accent } as const;
  const width = pen.width(text, style) + 12;
  pen.box(PAGE.right - width, PAGE.header - 8, width, 14, { width: 0.8, color: COLOR.accent });
  pen.text(text, PAGE.right - width / 2, PAGE.header - 6.5, style, 'center');
}
