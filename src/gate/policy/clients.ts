import { placeOf, readOneOrMore, readText } from '../../answers/fields.ts';
import type { ListedClient } from '../../model/policy.ts';
import { type About, groupPart, type Part, textPart } from './parts.ts';

/** One pattern, or a list of them. */
const patternsPart = (about: About): Part<readonly string[]> => ({
  about,
  read: (reading, node) =>
    node === undefined ? [] : readOneOrMore(node).flatMap((each) => readText(reading, each) ?? []),
  schema: (describe) => ({
    description: describe(about),
    anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1 }],
  }),
});

const entryPart = groupPart<Pick<ListedClient, 'name' | 'company' | 'files'>>(null, {
  name: textPart('clientName'),
  company: textPart('clientCompany'),
  files: patternsPart('clientFiles'),
});

/** An entry of the register: a pattern, or a company with the names of its files. One that names no file asks nothing. */
export const clientPart: Part<ListedClient | null> = {
  about: null,
  read: (reading, node, place) => {
    if (node === undefined) return null;
    const location = placeOf(reading, node);
    const entry =
      node.kind === 'scalar'
        ? { name: null, company: null, files: [readText(reading, node)].flatMap((text) => text ?? []) }
        : entryPart.read(reading, node, place);
    if (entry.files.length > 0) return { ...entry, single: node.kind !== 'scalar', location };
    reading.findings.push({ severity: 'error', code: 'policy-client-without-files', args: {}, location });
    return null;
  },
  schema: (describe) => ({
    anyOf: [{ type: 'string' }, { ...entryPart.schema(describe), required: ['files'] }],
  }),
};
