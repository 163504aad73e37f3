import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOM = resolve(import.meta.dirname, '../../src/interview');
const files = readdirSync(ROOM, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));

/** What only node knows, and packages: a screen that needs any of these is a face, and a face belongs to a shell. */
const OF_NODE = /\bnode:|\bprocess\b|\bBuffer\b|\bNodeJS\b|\bset(?:Timeout|Immediate)\b|from '[^.]/;

describe('the interview runs wherever a face can be shown', () => {
  it('is read at all', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it.each(files)('%s names nothing of node and no package', (path) => {
    expect(readFileSync(join(ROOM, path), 'utf8')).not.toMatch(OF_NODE);
  });

  it.each([
    "import { Readable } from 'node:stream';",
    'process.stdout.columns',
    'Buffer.from(text)',
    'readonly input: NodeJS.ReadableStream;',
    "import { Chalk } from 'chalk';",
  ])('would object to %s', (line) => {
    expect(line).toMatch(OF_NODE);
  });
});
