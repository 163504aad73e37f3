import { CORE_SCHEMA, EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { Finding } from '../../model/finding.ts';
import type { Range } from '../../model/text.ts';
import { clip, fullwidthSlip, slipInText } from '../fullwidth.ts';
import { type Invisible, invisibleIn } from '../invisible.ts';
import { type LineIndex, locate } from '../positions.ts';
import { nextToken } from './scan.ts';
import type { YamlEntry, YamlNode, YamlScalar } from './tree.ts';

/** Keys that reach into JavaScript objects when someone later copies the data carelessly. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

type ScalarEvent = Extract<Event, { type: typeof EVENT_ID.SCALAR }>;

interface Build {
  readonly text: string;
  readonly events: readonly Event[];
  readonly lines: LineIndex;
  readonly findings: Finding[];
  /** Index of the next event. */
  next: number;
  /** End of the last token seen: events do not tell where a collection ends or an empty value stands. */
  cursor: number;
}

const NO_RANGE = -1;

/** Builds the ranged tree of the first document; everything refused is a finding at its place. */
export function buildTree(
  text: string,
  events: readonly Event[],
  lines: LineIndex,
): { root: YamlNode; findings: readonly Finding[] } {
  const build: Build = { text, events, lines, findings: [], next: 0, cursor: 0 };
  if (events[0]?.type === EVENT_ID.DOCUMENT) build.next = 1;
  const root = readNode(build, true);
  build.next++;
  if (build.next < events.length) {
    const marker = /^(?:---|\.\.\.)/m.exec(text.slice(build.cursor));
    const at = build.cursor + (marker?.index ?? 0);
    build.findings.push({
      severity: 'error',
      code: 'yaml-several-documents',
      args: {},
      location: locate(lines, at),
    });
  }
  return { root, findings: build.findings };
}

function readNode(build: Build, ownLine: boolean): YamlNode {
  const event = build.events[build.next++];
  if (event) refuseProperties(build, event);
  switch (event?.type) {
    case EVENT_ID.MAPPING:
      return readMap(build, event.start);
    case EVENT_ID.SEQUENCE:
      return readSeq(build, event.start);
    case EVENT_ID.ALIAS:
      build.cursor = event.anchorEnd;
      return scalar(null, '', { start: event.anchorStart - 1, end: event.anchorEnd }, true);
    case EVENT_ID.SCALAR:
      return readScalar(build, event, ownLine);
    default:
      // An empty document closes without a node.
      if (event) build.next--;
      return scalar(null, '', { start: build.cursor, end: build.cursor }, true);
  }
}

function readMap(build: Build, start: number): YamlNode {
  const flow = build.text[start] === '{';
  build.cursor = Math.max(build.cursor, flow ? start + 1 : start);
  const entries: YamlEntry[] = [];
  const seen = new Map<string, number>();
  while (hasMore(build)) {
    const entry = readEntry(build, flow);
    checkKey(build, entry, seen);
    entries.push(entry);
  }
  build.next++;
  if (flow) build.cursor = closing(build, '}');
  return {
    kind: 'map',
    range: { start, end: flow ? build.cursor : (entries.at(-1)?.value.range.end ?? start) },
    flow,
    entries,
  };
}

function readEntry(build: Build, flow: boolean): YamlEntry {
  // `? key` is YAML's long way to write a key; the mark is skipped like a space.
  build.cursor = nextToken(build.text, build.cursor, '?,');
  const keyNode = readNode(build, false);
  const key = keyNode.kind === 'scalar' ? keyNode.text : '';
  const empty = keyNode.range.start === keyNode.range.end;
  if (keyNode.kind !== 'scalar' || empty) {
    const at = keyNode.range.start;
    const bare = build.text.slice(0, at).trimEnd().endsWith('?') || build.text[at] === '?';
    const location = locate(build.lines, bare ? build.text.lastIndexOf('?', at) : at);
    build.findings.push({
      severity: 'error',
      code: bare ? 'yaml-bare-question-mark' : 'yaml-key-not-text',
      args: {},
      location,
    });
  }
  const colon = nextToken(build.text, build.cursor);
  if (build.text[colon] === ':') build.cursor = colon + 1;
  const value = readNode(build, onOwnLine(build));
  if (flow && value.kind === 'scalar' && value.range.start === value.range.end)
    hint(build, key, keyNode.range.start);
  checkLetters(build, key, keyNode.range);
  return { key, keyRange: keyNode.range, value };
}

/** A letter nobody sees makes another key of one that looks right: what stands under it would be passed over. */
function checkLetters(build: Build, key: string, { start, end }: Range): void {
  const inKey = invisibleIn(key);
  if (key.startsWith('\u3000')) hint(build, key, start);
  else if (inKey !== null) refuseKey(build, inKey, { start, end });
}

function refuseKey(build: Build, inKey: Invisible, { start, end }: Range): void {
  // One written as an escape is not found in the text itself.
  const at = invisibleIn(build.text.slice(start, end))?.at ?? 0;
  build.findings.push({
    severity: 'error',
    code: 'yaml-invisible-in-key',
    args: { key: clip(inKey.without), char: inKey.name },
    location: locate(build.lines, start + at),
  });
}

/** `seen` tells where each key stands first. */
function checkKey(build: Build, entry: YamlEntry, seen: Map<string, number>): void {
  const { start, end } = entry.keyRange;
  const first = seen.get(entry.key);
  if (FORBIDDEN_KEYS.has(entry.key)) {
    build.findings.push({
      severity: 'error',
      code: 'yaml-forbidden-key',
      args: { key: entry.key },
      location: locate(build.lines, start),
    });
  } else if (first !== undefined && start < end) {
    const firstLine = locate(build.lines, first).line;
    build.findings.push({
      severity: 'error',
      code: 'yaml-duplicate-key',
      args: { key: clip(entry.key), firstLine },
      location: locate(build.lines, start),
    });
  } else seen.set(entry.key, start);
}

function readSeq(build: Build, start: number): YamlNode {
  const flow = build.text[start] === '[';
  build.cursor = Math.max(build.cursor, flow ? start + 1 : start);
  const items: YamlNode[] = [];
  while (hasMore(build)) {
    const at = nextToken(build.text, build.cursor, ',');
    build.cursor = !flow && build.text[at] === '-' ? at + 1 : at;
    items.push(readNode(build, !flow));
  }
  build.next++;
  if (flow) build.cursor = closing(build, ']');
  return {
    kind: 'seq',
    range: { start, end: flow ? build.cursor : (items.at(-1)?.range.end ?? start) },
    flow,
    items,
  };
}

function readScalar(build: Build, event: ScalarEvent, ownLine: boolean): YamlScalar {
  if (event.valueStart === NO_RANGE)
    return scalar(null, '', { start: build.cursor, end: build.cursor }, true);
  const text = getScalarValue(build.text, event);
  const plain = event.style === SCALAR_STYLE.PLAIN;
  const range = scalarRange(build, event);
  build.cursor = range.end;
  if (!plain) return scalar(text, text, range, false);
  if (ownLine) {
    let offset = range.start;
    for (const line of build.text.slice(range.start, range.end).split('\n')) {
      const slip = slipInText(line, offset, build.lines);
      if (slip) build.findings.push(slip);
      offset += line.length + 1;
    }
  }
  const { value } = CORE_SCHEMA.resolveImplicitScalarTag(text);
  return scalar(isPrimitive(value) ? value : text, text, range, true);
}

function scalarRange(build: Build, event: ScalarEvent): Range {
  const { valueStart: start, valueEnd: end, style } = event;
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED)
    return { start: start - 1, end: end + 1 };
  if (style === SCALAR_STYLE.PLAIN) return { start, end };
  // The `|` or `>` stands somewhere before its text; between the last token and it there is only space.
  const header = nextToken(build.text, build.cursor);
  return { start: header, end };
}

function scalar(value: YamlScalar['value'], text: string, range: Range, plain: boolean): YamlScalar {
  return { kind: 'scalar', value, text, range, plain };
}

function isPrimitive(value: unknown): value is YamlScalar['value'] {
  return (
    value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  );
}

function hasMore(build: Build): boolean {
  const event = build.events[build.next];
  return event !== undefined && event.type !== EVENT_ID.POP;
}

function closing(build: Build, mark: string): number {
  const at = nextToken(build.text, build.cursor, ',');
  return build.text[at] === mark ? at + 1 : build.cursor;
}

/** Whether the coming value begins on a later line than its key: there an entry may have been meant. */
function onOwnLine(build: Build): boolean {
  return build.text.slice(build.cursor, nextToken(build.text, build.cursor)).includes('\n');
}

function hint(build: Build, line: string, offset: number): void {
  const slip = fullwidthSlip(line, offset, build.lines);
  if (slip) build.findings.push(slip);
}

function refuseProperties(build: Build, event: Event): void {
  const { text, lines, findings } = build;
  if (event.type === EVENT_ID.ALIAS) {
    const name = text.slice(event.anchorStart, event.anchorEnd);
    findings.push({
      severity: 'error',
      code: 'yaml-alias',
      args: { name: clip(name) },
      location: locate(lines, event.anchorStart - 1),
    });
    return;
  }
  if (!('tagStart' in event)) return;
  if (event.anchorStart !== NO_RANGE) {
    const name = text.slice(event.anchorStart, event.anchorEnd);
    findings.push({
      severity: 'error',
      code: 'yaml-anchor',
      args: { name: clip(name) },
      location: locate(lines, event.anchorStart - 1),
    });
    build.cursor = Math.max(build.cursor, event.anchorEnd);
  }
  if (event.tagStart !== NO_RANGE) {
    const tag = text.slice(event.tagStart, event.tagEnd);
    findings.push({
      severity: 'error',
      code: 'yaml-tag',
      args: { tag: clip(tag) },
      location: locate(lines, event.tagStart),
    });
    build.cursor = Math.max(build.cursor, event.tagEnd);
  }
}
