import type { Technology } from '../../model/answers.ts';
import type { FieldTexts, VerdictField } from '../../model/determination.ts';
import type { Subject } from './subject.ts';

/** `left` = the person does not know, or has no date or basis yet. */
export type FieldMove = 'answered' | 'left' | 'back' | 'leave' | 'unsaved';

export interface FieldAsked {
  readonly subject: Subject;
  readonly header: string;
  readonly technology: Technology;
  readonly field: VerdictField;
  readonly texts: NonNullable<FieldTexts['ask']> & Pick<FieldTexts, 'label' | 'settle'>;
}

export function explained({ subject, texts }: FieldAsked): readonly string[] {
  const { words } = subject.talk;
  return [
    words.t('interview.details.why', { text: texts.why }),
    words.t('interview.details.example', { text: texts.example }),
  ];
}
