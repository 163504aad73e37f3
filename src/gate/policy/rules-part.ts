import { isAbsent, nearestKnown, placeOf, type Reading, readText } from '../../answers/fields.ts';
import type { Policy, RuleLevel } from '../../model/policy.ts';
import { clip } from '../../text/fullwidth.ts';
import { entryOf, type YamlNode } from '../../text/yaml/tree.ts';
import { RULE_EDITIONS } from '../levels.ts';
import type { About, Part } from './parts.ts';

type Rules = Pick<Policy, 'rules' | 'rulesEdition'>;
type Levels = ReadonlyMap<string, RuleLevel>;

const EDITION = 'edition';

/** `rules: 2027.1`, or a map of levels that may name the edition beside them: `{edition: 2027.1, gap-new: warning}`. */
export function rulesPart(about: About, levels: Part<Levels>): Part<Rules> {
  return {
    about,
    read: (reading, node, place) => {
      if (isAbsent(node)) return { rules: new Map(), rulesEdition: null };
      if (node?.kind === 'scalar') return { rules: new Map(), rulesEdition: editionIn(reading, node) };
      const named = node?.kind === 'map' ? entryOf(node, EDITION) : undefined;
      const rulesEdition = named === undefined ? null : editionIn(reading, named.value);
      const others =
        node?.kind === 'map' ? { ...node, entries: node.entries.filter((entry) => entry !== named) } : node;
      return { rules: levels.read(reading, others, place), rulesEdition };
    },
    schema: (describe) => {
      const { description, properties, ...map } = levels.schema(describe);
      const edition = { enum: RULE_EDITIONS.flatMap((known) => [Number(known), known]) };
      const known = typeof properties === 'object' ? properties : {};
      return { description, anyOf: [edition, { ...map, properties: { [EDITION]: edition, ...known } }] };
    },
  };
}

function editionIn(reading: Reading, node: YamlNode): string | null {
  const given = readText(reading, node);
  if (given === null || RULE_EDITIONS.includes(given)) return given;
  const args = {
    given: clip(given),
    known: RULE_EDITIONS,
    nearest: nearestKnown(reading, given, RULE_EDITIONS),
  };
  reading.findings.push({
    severity: 'error',
    code: 'policy-rules-edition',
    args,
    location: placeOf(reading, node),
  });
  return null;
}
