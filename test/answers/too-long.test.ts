import { describe, expect, it } from 'vitest';
import { setAnswer } from '../../src/answers/edit.ts';
import { readAnswers } from '../../src/answers/read.ts';
import { firstOf, isTooLong, LONGEST_TEXT } from '../../src/text/longest.ts';
import { SMALL_CATALOG } from './small-catalog.ts';

const LONG = 'あ'.repeat(LONGEST_TEXT);

const read = (text: string) => {
  const outcome = readAnswers(`wazamori: 1\n${text}`, SMALL_CATALOG);
  const findings = outcome.findings.map(
    ({ code, severity, location }) => `${severity} ${code} ${location?.line}:${location?.column}`,
  );
  return { answers: outcome.ok ? outcome.value : null, findings };
};

describe('a text that is too long', () => {
  it.each<[string, string, readonly string[]]>([
    ['as long as may be', `company: {name: ${LONG}}`, []],
    ['one character more', `company: {name: ${LONG}い}`, ['warning too-long 2:17']],
    ['space around it', `company: {name: "   ${LONG}   "}`, []],
    ['characters of two units', `company: {name: ${'𠮷'.repeat(LONGEST_TEXT)}}`, []],
    ['one of them more', `company: {name: ${'𠮷'.repeat(LONGEST_TEXT + 1)}}`, ['warning too-long 2:17']],
    ['in a list', `company:\n  formerNames: [甲, ${LONG}い]`, ['warning too-long 3:20']],
    ['a key', `answers:\n  ? ${LONG}い\n  : はい`, ['warning too-long 3:5', 'warning unknown-item 3:5']],
    ['a date', `plan: {start: ${LONG}い}`, ['warning too-long 2:15', 'error wrong-date 2:15']],
  ])('%s', (_, text, findings) => {
    expect(read(text).findings).toEqual(findings);
  });

  it('counts with its beginning', () => {
    expect(read(`company: {name: ${LONG}い}`).answers?.company.name).toBe(LONG);
    expect(read(`company: {name: ${'𠮷'.repeat(3000)}}`).answers?.company.name).toBe(
      '𠮷'.repeat(LONGEST_TEXT),
    );
  });

  it('stays in the file whole when what is read of it is set again, and goes when something else is', () => {
    const file = `wazamori: 1\nanswers:\n  guidance.exit-plan: {answer: いいえ, note: ${LONG}い} # 済\n`;
    const again = setAnswer(file, 'guidance.exit-plan', { value: 'no', note: LONG });
    expect(again.ok && again.value).toBe(file);
    const other = setAnswer(file, 'guidance.exit-plan', { value: 'no', note: '本社のみ' });
    expect(other.ok && other.value).toBe(
      'wazamori: 1\nanswers:\n  guidance.exit-plan: {answer: いいえ, note: 本社のみ} # 済\n',
    );
  });

  it('is told by its characters', () => {
    expect([isTooLong(LONG), isTooLong(`${LONG}い`), isTooLong('𠮷'.repeat(LONGEST_TEXT))]).toEqual([
      false,
      true,
      false,
    ]);
    expect(firstOf(`${'a'.repeat(LONGEST_TEXT - 1)}𠮷い`)).toBe(`${'a'.repeat(LONGEST_TEXT - 1)}𠮷`);
  });
});
