import {
  type Answers,
  type Assessment,
  assess,
  type Comparison,
  checkAnswers,
  compare,
  explainVerdict,
  type Finding,
  fontsFolder,
  gateInWords,
  inWords,
  jsonSchema,
  loadCatalog,
  readAnswers,
  readPolicy,
  renderPdf,
  shippedCatalog,
  shippedWords,
  verdictsOf,
} from 'wazamori';

/** What another program does with this package: a desk that reads its clients' answers, as TypeScript sees it. */
const TODAY = '2026-11-21';
const { catalog, texts } = shippedCatalog('ja');
const words = shippedWords('ja');

export interface Client {
  readonly company: string;
  readonly low: number | null;
  readonly tasks: readonly string[];
  readonly verdicts: readonly string[];
  readonly pdf: Uint8Array;
}

export async function client(text: string): Promise<Client | readonly string[]> {
  const read = readAnswers(text, catalog);
  if (!read.ok) return read.findings.map((finding: Finding) => inWords(finding, { words, texts: texts() }));
  const answers: Answers = read.value;
  const assessment: Assessment = assess({ catalog, answers, today: TODAY, version: '0.1.0' });
  const { bytes } = await renderPdf({
    assessment,
    catalog,
    texts: texts(),
    answers,
    words,
    pages: 'president',
    fontsDir: fontsFolder,
  });
  const { determination } = catalog;
  return {
    company: answers.company.name ?? '?',
    low: assessment.score.low,
    tasks: assessment.plan.waves.flatMap(({ tasks }) => tasks.map(({ action }) => action ?? 'ask first')),
    verdicts: verdictsOf(answers.technologies, catalog, TODAY).map(({ outcome }, i) => {
      const technology = answers.technologies[i];
      const tried = determination && technology ? explainVerdict(technology, determination, TODAY) : [];
      return `${outcome} after ${tried.length}`;
    }),
    pdf: bytes,
  };
}

export function gate(text: string, policyText: string): readonly string[] {
  const policy = readPolicy(policyText, catalog);
  if (!policy.ok)
    return policy.findings.map(({ code, location }) => `${code} in line ${location?.line ?? '?'}`);
  const checked = checkAnswers(text, { catalog, policy: policy.value, today: TODAY });
  return checked.findings.map(
    (finding) => gateInWords(finding, 'client.yaml', { words, texts: texts() }).message,
  );
}

export function changed(older: string, newer: string): Comparison | null {
  const [before, after] = [readAnswers(older, catalog), readAnswers(newer, catalog)];
  if (!before.ok || !after.ok) return null;
  return compare(
    { catalog, answers: before.value },
    { catalog, answers: after.value },
    { today: TODAY, version: '0.1.0' },
  );
}

export const schema = (): Promise<object> => jsonSchema('answers', { catalog, words });

export const ownQuestions = (folder: string): number => {
  const loaded = loadCatalog(folder);
  return loaded.ok ? loaded.value.catalog.items.length : -loaded.findings.length;
};
