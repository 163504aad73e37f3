import { composed } from '../../text/compose.ts';
import { visible } from '../../words/visible.ts';
import { type Face, type Fonts, type Glyph, MARKS } from '../fonts/fonts.ts';
import type { TextStyle, Weight } from '../look.ts';
import { evenly } from './evenly.ts';

/** Text as it can be drawn: composed, without invisible characters, each glyph in some font. */
export interface Drawable {
  readonly text: string;
  /** Characters no font has; 〓 stands in their place. */
  readonly missing: readonly string[];
  /** Letters drawn in their plain form, each as it was written: an IVS was dropped, or no font has the variant. */
  readonly plain: readonly string[];
}

type Losses = Pick<Drawable, 'missing' | 'plain'>;

/** Neighbouring glyphs of one font. */
export interface Run {
  readonly face: Face;
  readonly glyphs: readonly Glyph[];
  /** In em. */
  readonly width: number;
}

export interface Typesetter {
  /** Lines of `text` no wider than `width` points, Japanese line-breaking rules kept. */
  readonly lines: (text: string, width: number, style: TextStyle) => readonly string[];
  readonly width: (text: string, style: TextStyle) => number;
  readonly runs: (text: string, weight: Weight) => readonly Run[];
  /** Characters met so far that no font has, each once. */
  readonly missing: () => readonly string[];
  /** Letters met so far that are drawn in their plain form, each once. */
  readonly plain: () => readonly string[];
}

interface Shaped extends Losses {
  readonly runs: readonly Run[];
  readonly width: number;
}

interface Broken extends Losses {
  readonly lines: readonly string[];
}

const GETA = '〓';
const MEMO_LIMIT = 10_000;
// Controls, format marks and variation selectors carry no ink and would be drawn as boxes; so would half a surrogate pair.
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{VS}]/gu;

// A kanji and what chooses its form (IVS, standardised variants). Behind other signs a selector asks for an emoji.
const VARIANT = /\p{Script=Han}[\u{E0100}-\u{E01EF}\uFE00-\uFE0F]/gu;

// What nearly all text is made of: nothing in it can be composed, and all of it can be seen.
const COMPOSED = /^[\n -~、。「」・（）：？！〜…〇々ぁ-ゖァ-ヺー一-鿿]*$/;

/** What was worked out for earlier documents of this process; most of a batch's sentences are the same. */
interface Memory {
  /** By width in thousandths of an em, then by text: a text that comes again is not hashed again as part of a key. */
  readonly broken: Readonly<Record<Weight, Map<number, Map<string, Broken>>>>;
  readonly shaped: Readonly<Record<Weight, Map<string, Shaped>>>;
}
const memories = new WeakMap<Fonts, Memory>();

function memoryOf(fonts: Fonts): Memory {
  const known = memories.get(fonts);
  if (known !== undefined) return known;
  const memory = {
    broken: { regular: new Map(), bold: new Map() },
    shaped: { regular: new Map(), bold: new Map() },
  };
  memories.set(fonts, memory);
  return memory;
}

function remembered<K, T>(memory: Map<K, T>, key: K, make: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (memory.size >= MEMO_LIMIT) memory.clear();
  memory.set(key, made);
  return made;
}

/** Measures and breaks text for one document. Lines are remembered across documents, missing glyphs are not. */
export function createTypesetter(fonts: Fonts): Typesetter {
  const memory = memoryOf(fonts);
  const missing = new Set<string>();
  const plain = new Set<string>();
  const noting = <T extends Losses>(found: T): T => {
    for (const char of found.missing) missing.add(char);
    for (const letter of found.plain) plain.add(letter);
    return found;
  };
  const shape = (text: string, weight: Weight): Shaped =>
    noting(remembered(memory.shaped[weight], text, () => shaped(text, weight, fonts)));
  const advance = (weight: Weight) => (char: string) => {
    const { face, glyph } = faceAndGlyph(char.codePointAt(0) ?? 0, weight, fonts);
    return glyph.advanceWidth / face.unitsPerEm;
  };
  return {
    missing: () => [...missing],
    plain: () => [...plain],
    width: (text, { weight, size }) => shape(text, weight).width * size,
    runs: (text, weight) => shape(text, weight).runs,
    lines: (text, width, { weight, size }) => {
      // Lines come from the rounded measure itself: whatever was set before them in this process, they are the same.
      const thousandths = Math.ceil((width / size) * 1000 - 1e-6);
      const same = remembered(memory.broken[weight], thousandths, () => new Map());
      const breaking = (): Broken => {
        const ready = drawable(text, fonts);
        const { missing, plain } = ready;
        return { lines: evenly(ready.text, thousandths / 1000, advance(weight)), missing, plain };
      };
      return noting(remembered(same, text, breaking)).lines;
    },
  };
}

function faceAndGlyph(
  codePoint: number,
  weight: Weight,
  fonts: Fonts,
): { readonly face: Face; readonly glyph: Glyph } {
  const face = fonts[weight];
  const glyph = face.glyph(codePoint);
  if (glyph.id !== 0) return { face, glyph };
  const mark = MARKS.glyph(codePoint);
  if (mark.id !== 0) return { face: MARKS, glyph: mark };
  const fallback = fonts.fallback();
  return { face: fallback, glyph: fallback.glyph(codePoint) };
}

function shaped(text: string, weight: Weight, fonts: Fonts): Shaped {
  const ready = drawable(text, fonts);
  const runs: { face: Face; glyphs: Glyph[]; width: number }[] = [];
  for (const char of ready.text) {
    const { face, glyph } = faceAndGlyph(char.codePointAt(0) ?? 0, weight, fonts);
    let run = runs.at(-1);
    if (run?.face !== face) {
      run = { face, glyphs: [], width: 0 };
      runs.push(run);
    }
    run.glyphs.push(glyph);
    run.width += glyph.advanceWidth / face.unitsPerEm;
  }
  const { missing, plain } = ready;
  return { runs, width: runs.reduce((sum, run) => sum + run.width, 0), missing, plain };
}

/**
 * Puts letters typed in two parts together (no more: 神 U+FA19 and ① have to stay themselves), drops what cannot be seen,
 * shows what acts, and puts what comes nearest for what no font has: the same letter in its plain form, else 〓. A selector behind a kanji
 * chooses a form of it that these fonts cannot draw: that is lost, and kept in `plain`.
 */
export function drawable(text: string, fonts: Fonts): Drawable {
  if (COMPOSED.test(text)) return { text, missing: [], plain: [] };
  const whole = composed(visible(text));
  const plain = new Set(whole.match(VARIANT) ?? []);
  const missing = new Set<string>();
  const drawn = [...whole.replace(INVISIBLE, '')].map((char) => {
    if (hasGlyph(char, fonts)) return char;
    const nearest = char.normalize('NFC');
    const same = nearest !== char && [...nearest].every((part) => hasGlyph(part, fonts));
    (same ? plain : missing).add(char);
    return same ? nearest : GETA;
  });
  return { text: drawn.join(''), missing: [...missing], plain: [...plain] };
}

function hasGlyph(char: string, fonts: Fonts): boolean {
  const codePoint = char.codePointAt(0) ?? 0;
  return (
    char === '\n' ||
    fonts.regular.glyph(codePoint).id !== 0 ||
    MARKS.glyph(codePoint).id !== 0 ||
    fonts.fallback().glyph(codePoint).id !== 0
  );
}

/** The first `max` lines; where more were cut off, the last one ends in …. */
export function clamped(lines: readonly string[], max: number): readonly string[] {
  if (max === 0) return [];
  if (lines.length <= max) return lines;
  const kept = lines.slice(0, max);
  const last = [...(kept.at(-1) ?? '')];
  return [...kept.slice(0, -1), `${last.slice(0, -1).join('')}…`];
}
