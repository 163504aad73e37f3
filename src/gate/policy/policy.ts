import type { Reading } from '../../answers/fields.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { Finding, Outcome } from '../../model/finding.ts';
import type { PassedOver, Policy, RuleLevel, Threshold, XrayLimits } from '../../model/policy.ts';
import { inFileOrder } from '../../text/findings.ts';
import { clip } from '../../text/fullwidth.ts';
import { indexLines, locate } from '../../text/positions.ts';
import { parseYaml } from '../../text/yaml/parse.ts';
import { entryOf, type YamlNode } from '../../text/yaml/tree.ts';
import { clientPart } from './clients.ts';
import {
  type About,
  byIdPart,
  flagPart,
  groupPart,
  idPart,
  type JsonSchema,
  listPart,
  numberPart,
  type Part,
  textPart,
  wordPart,
} from './parts.ts';
import { rulesPart } from './rules-part.ts';

export const POLICY_VERSION = 1;

const POINTS = [0, 100] as const;
const DAYS = [0, 3660] as const;
const SEVERITIES = ['critical', 'major', 'minor'] as const;
const LEVELS = ['off', 'info', 'warning', 'error'] as const satisfies readonly RuleLevel[];

/** What the gate says without any policy: the X-ray with its usual limits, and nothing asked for. */
export const XRAY_LIMITS: XrayLimits = { yesStreak: 20, notApplicable: 20, sameReason: 3, expiresDays: 30 };

type PolicyFile = Omit<Policy, 'rules' | 'rulesEdition'> & {
  readonly policy: number;
  readonly rules: Pick<Policy, 'rules' | 'rulesEdition'>;
};
type KnownIds = Pick<Catalog, 'checklists' | 'items' | 'routes'>;

function policyPart(catalog: KnownIds, codes: readonly string[]): Part<PolicyFile> {
  const checklists = catalog.checklists.map(({ id }) => id);
  const sections = catalog.checklists.flatMap((list) => list.sections.map(({ id }) => id));
  const routes = catalog.routes.map(({ id }) => id);
  const items = catalog.items.map(({ id }) => id);
  const threshold = (about: About | null): Part<Threshold> =>
    groupPart(about, {
      low: numberPart('low', POINTS, null),
      grade: wordPart('grade', ['A', 'B', 'C', 'D', 'E']),
    });
  return groupPart<PolicyFile>('about', {
    policy: numberPart('version', [POLICY_VERSION, POLICY_VERSION], POLICY_VERSION),
    score: groupPart('score', {
      overall: threshold('overall'),
      checklists: byIdPart('checklists', checklists, threshold(null)),
      sections: byIdPart('sections', sections, threshold(null)),
      routes: byIdPart('routes', routes, threshold(null)),
    }),
    depth: wordPart('depth', ['quick', 'full', 'evidence']),
    required: listPart('required', idPart(null, items)),
    profile: groupPart('profile', { known: flagPart('known') }),
    legal: groupPart('legal', {
      noStop: flagPart('noStop'),
      reported: flagPart('reported'),
      notExpired: flagPart('notExpired'),
    }),
    coverage: groupPart('coverage', {
      answered: numberPart('answered', POINTS, null),
      unknown: numberPart('unknown', POINTS, null),
      notApplicable: numberPart('notApplicable', POINTS, null),
    }),
    evidence: groupPart('evidence', {
      severities: listPart('severities', wordPart(null, SEVERITIES)),
      maxAgeDays: numberPart('maxAgeDays', DAYS, null),
      verifyFiles: flagPart('verifyFiles'),
    }),
    plan: groupPart('plan', {
      ownerFor: listPart('ownerFor', wordPart(null, SEVERITIES)),
      noOverdue: flagPart('noOverdue'),
    }),
    accepted: passedOverPart('accepted'),
    suppressed: passedOverPart('suppressed'),
    ageDays: numberPart('ageDays', DAYS, null),
    editions: byIdPart('editions', checklists, textPart(null)),
    xray: groupPart('xray', {
      yesStreak: numberPart('yesStreak', [2, 1000], XRAY_LIMITS.yesStreak),
      notApplicable: numberPart('naShare', POINTS, XRAY_LIMITS.notApplicable),
      sameReason: numberPart('sameReason', [2, 1000], XRAY_LIMITS.sameReason),
      expiresDays: numberPart('expiresDays', DAYS, XRAY_LIMITS.expiresDays),
    }),
    clients: listPart('clients', clientPart),
    exclude: listPart('exclude', textPart(null)),
    public: wordPart('public', ['ok']),
    rules: rulesPart('rules', byIdPart('rules', codes, wordPart(null, LEVELS))),
  });
}

const passedOverPart = (about: About): Part<PassedOver> =>
  groupPart(about, {
    most: numberPart('most', [0, 1000], null),
    approvers: listPart('approvers', textPart(null)),
    maxDays: numberPart('maxDays', DAYS, null),
  });

/**
 * Reads a policy. Unlike an answer file it must be understood whole: an unknown key, id or rule is an error with the
 * nearest known one, for a policy that asks for nothing would pass everything. Never throws.
 */
export function readPolicy(text: string, catalog: KnownIds, codes: readonly string[]): Outcome<Policy> {
  const parsed = parseYaml(text);
  if (!parsed.ok) return { ok: false, findings: inFileOrder(parsed.findings) };
  const reading: Reading = { text, lines: indexLines(text), findings: [...parsed.findings] };
  const version = versionProblem(reading, parsed.value);
  if (version !== null) return { ok: false, findings: [version] };
  const { policy: _, rules, ...others } = policyPart(catalog, codes).read(reading, parsed.value, '');
  const policy = { ...others, ...rules };
  const findings = inFileOrder(reading.findings.map(strictly));
  return findings.some(({ severity }) => severity === 'error')
    ? { ok: false, findings }
    : { ok: true, value: policy, findings };
}

/** In an answer file an unknown key is passed over; a policy that passed one over would not ask what it says. */
const strictly = (finding: Finding): Finding =>
  finding.code === 'unknown-key' ? { ...finding, severity: 'error', code: 'policy-unknown-key' } : finding;

function versionProblem({ text, lines }: Reading, root: YamlNode): Finding | null {
  const keyed = (key: string) => (root.kind === 'map' ? entryOf(root, key) : undefined);
  const node = keyed('policy')?.value;
  const refused = { severity: 'error', location: locate(lines, (node ?? root).range.start) } as const;
  if (node === undefined && keyed('wazamori') !== undefined)
    return { ...refused, code: 'policy-is-answers', args: {} };
  const known = POLICY_VERSION;
  if (node === undefined) return { ...refused, code: 'policy-version-missing', args: { known } };
  const given = node.kind === 'scalar' ? node.value : null;
  if (given === known) return null;
  if (typeof given === 'number' && Number.isInteger(given) && given > known)
    return { ...refused, code: 'policy-newer', args: { given, known } };
  const written = clip(text.slice(node.range.start, node.range.end));
  return { ...refused, code: 'policy-version', args: { given: written, known } };
}

/** A policy that asks for nothing: the X-ray alone. */
export function emptyPolicy(catalog: KnownIds): Policy {
  const read = readPolicy(`policy: ${POLICY_VERSION}\n`, catalog, []);
  if (!read.ok) throw new Error('the empty policy does not read');
  return read.value;
}

/** JSON Schema (2020-12) of a policy, with the ids of this catalogue, described by `describe`. */
export function policyJsonSchema(
  catalog: KnownIds,
  codes: readonly string[],
  describe: (about: About) => string,
): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: describe('title'),
    ...policyPart(catalog, codes).schema(describe),
    required: ['policy'],
  };
}
