import { verdictOf } from '../../core/verdict/verdict.ts';
import type { TechnologyEnd } from './ask-technology.ts';
import { type Subject, technologyNow } from './subject.ts';

/**
 * The provisional verdict on one technology: the report and the licence in two lines of equal weight, then why, what
 * is missing and who can find it out. The two lines stay on the screen when it has been read.
 */
export async function showVerdict(subject: Subject): Promise<TechnologyEnd> {
  const { talk } = subject;
  const { words, face, texts, file } = talk;
  const technology = technologyNow(subject);
  const verdict = talk.verdict(file.read(), subject.id);
  if (technology === undefined || verdict === null) return 'done';
  const name = technology.name ?? technology.id;
  const end = await face.read({
    title: words.t('interview.technology.verdict.title', { name }),
    body: [
      verdict.report,
      verdict.licence,
      '',
      verdict.reason,
      ...[...verdict.flags, ...verdict.dates].map((text) =>
        words.t('interview.technology.verdict.mark', { text }),
      ),
      ...missingLines(subject),
      '',
      words.t('interview.technology.verdict.separate'),
      texts.determination?.warning ?? '',
      ...entrance(subject),
    ],
  });
  face.say(words.t('interview.technology.verdict.title', { name }));
  face.say(`  ${verdict.report}`);
  face.say(`  ${verdict.licence}`);
  return end === 'leave' ? 'leave' : 'done';
}

function missingLines(subject: Subject): readonly string[] {
  const { words, texts, today } = subject.talk;
  const technology = technologyNow(subject);
  if (technology === undefined) return [];
  const { missing } = verdictOf(technology, subject.determination, today);
  if (missing.length === 0) return [];
  const lines = missing.flatMap((field) => {
    const prose = texts.determination?.fields[field];
    if (prose === undefined) return [];
    const role = texts.roles[prose.ask?.role ?? 'engineering-head']?.title ?? '';
    return [
      words.t('interview.technology.verdict.missing', { label: prose.label, settle: prose.settle, role }),
    ];
  });
  return ['', words.t('interview.technology.verdict.missing-title'), ...lines];
}

function entrance({ talk: { texts, words }, determination }: Subject): readonly string[] {
  const source = texts.sources[determination.entrance];
  if (source?.url == null) return [];
  return [words.t('interview.technology.verdict.entrance', { url: source.url })];
}
