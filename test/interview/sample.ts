import type { Edit, OpenFile } from '../../src/interview/talk.ts';
import type { AskStep } from '../../src/interview/way/steps.ts';
import type { Answer, Answers } from '../../src/model/answers.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import type { CatalogTexts } from '../../src/model/catalog-texts.ts';
import { answer, answers, catalog, item } from '../core/sample.ts';
import { wordsOf } from '../setup/words.ts';

export const JA = wordsOf('ja');
export const EN = wordsOf('en');

/** Four questions at quick depth, one of them abroad only; two more at full depth. */
export const CATALOG: Catalog = catalog({
  checklists: catalog().checklists.map((c) =>
    c.id === 'guidance'
      ? {
          ...c,
          quick: {
            always: ['guidance.marking', 'guidance.list'],
            byScene: ['guidance.export-check'],
            most: 1,
          },
        }
      : c,
  ),
  items: [
    item('guidance.list', { depth: 'full', notApplicable: 'forbidden' }),
    item('guidance.marking', { depth: 'full', askRole: 'production-head' }),
    item('guidance.exhibition-review', { depth: 'full', appliesWhen: { fact: 'exhibitions', in: ['yes'] } }),
    item('guidance.export-check', {
      section: 'people-prevention',
      depth: 'full',
      appliesWhen: { fact: 'overseasProduction', in: ['planning', 'operating'] },
    }),
    item('guidance.pledges', { section: 'people-prevention', depth: 'full', proposes: 'guidance.marking' }),
    item('tics.rules', { checklist: 'tics', section: 'tics-rules', depth: 'quick', sameAs: 'guidance.list' }),
    item('tics.storage', { checklist: 'tics', section: 'tics-rules', depth: 'quick' }),
  ],
});

/** Prose for every id of a catalogue, made from the ids. */
export function textsOf(of: Catalog): CatalogTexts {
  const byId = <T>(ids: readonly string[], text: (id: string) => T) =>
    Object.fromEntries(ids.map((id) => [id, text(id)]));
  return {
    strength: {
      question: 'あなたの会社の強みは何ですか',
      help: 'お客様がよそへ移らない理由を書いてください。',
      examples: [{ industry: '金属加工', example: '薄い部品を歪ませずに削る順番' }],
    },
    items: byId(
      of.items.map((i) => i.id),
      (id) => ({
        title: `題 ${id}`,
        question: `問い ${id} をしていますか`,
        yesMeans: '紙に書いてあれば「はい」です。',
        why: 'あとで言った言わないになりません。',
        example: '製造部の共有棚の手順書',
        gap: '紙がありません',
        evidence: '一覧の写し',
        caution: null,
        locators: ['第1章'],
      }),
    ),
    actions: {},
    facts: byId(
      of.facts.map((f) => f.id),
      (id) => ({
        question: `事実 ${id}`,
        help: null,
        values: byId(
          of.facts.find((f) => f.id === id)?.values.map((v) => v.id) ?? [],
          (value) => ({ yes: 'はい', no: 'いいえ', none: 'ない' })[value] ?? `値 ${value}`,
        ),
      }),
    ),
    roles: byId(of.roles, (id) => ({ title: `役 ${id}`, ask: '教えてください。{question}。' })),
    routes: {},
    sources: {
      'guidance-1': {
        title: '技術流出対策ガイダンス',
        publisher: '経済産業省',
        edition: '第1版',
        date: '2025-05',
        url: null,
        asOf: '2026-11-21',
        note: null,
      },
    },
    checklists: byId(
      of.checklists.map((c) => c.id),
      (id) => ({
        title: `一覧 ${id}`,
        statement: '点検は認証でも法律の助言でもありません。',
        sections: byId(
          of.checklists.find((c) => c.id === id)?.sections.map((s) => s.id) ?? [],
          (section) => `章 ${section}`,
        ),
        scenes: { 'overseas-partner': '海外へ技術を渡す話がある時' },
      }),
    ),
    directory: {
      'inpit-ip-desk': {
        name: 'INPIT 知財総合支援窓口',
        what: '相談',
        when: '迷う時',
        contacts: [
          { kind: 'phone', value: '0570-082100', checkedOn: '2026-11-21' },
          { kind: 'phone', value: '03-0000-0000', checkedOn: null },
        ],
        caution: null,
      },
      'lawyer-desk': {
        name: '弁護士会の窓口',
        what: '相談',
        when: '疑いがある時',
        contacts: [{ kind: 'phone', value: '0120-000-000', checkedOn: null }],
        caution: null,
      },
    },
    practices: {},
    emergency: {
      title: 'いま漏れたかもしれない',
      lead: '点検は後で構いません。',
      steps: [{ title: '消さない・触らない', detail: 'そのまま残します。' }],
      contacts: ['inpit-ip-desk', 'lawyer-desk'],
      after: '落ち着いたら、点検を始められます。',
    },
  };
}

/** A file nobody has written into. */
export const EMPTY: Answers = (() => {
  const base = answers({ employees: null, depth: 'quick' });
  return { ...base, company: { ...base.company, name: null } };
})();

/** What an edit does to the answers. */
export function edited(now: Answers, edit: Edit): Answers {
  switch (edit.kind) {
    case 'answer': {
      const before: Answer = now.answers.get(edit.item) ?? answer(edit.answer.value);
      const after: Answer = { ...before, reason: null, ...edit.answer };
      return { ...now, answers: new Map([...now.answers, [edit.item, after]]) };
    }
    case 'fact':
      if (edit.fact === 'employees') {
        return { ...now, company: { ...now.company, employees: Number(edit.values[0]) } };
      }
      if (edit.fact === 'goals') return { ...now, assessment: { ...now.assessment, goals: edit.values } };
      return { ...now, profile: new Map([...now.profile, [edit.fact, edit.values]]) };
    case 'value': {
      const [room, key = ''] = edit.path;
      if (room === 'company') return { ...now, company: { ...now.company, [key]: edit.value } };
      return { ...now, assessment: { ...now.assessment, [key]: edit.value } };
    }
  }
}

/** An answer file in memory that keeps every edit. */
export function memoryFile(start: Answers): OpenFile & { readonly edits: Edit[] } {
  let now = start;
  const edits: Edit[] = [];
  return {
    edits,
    read: () => now,
    apply: async (edit) => {
      edits.push(edit);
      now = edited(now, edit);
      return { ok: true, value: now, findings: [] };
    },
  };
}

/** The edit a person makes at a step; `null` = they pass it. `pick` chooses among what is offered. */
export function editAt(step: AskStep, pick: number): Edit | null {
  switch (step.kind) {
    case 'strength':
    case 'name':
      return pick % 2 === 0
        ? null
        : { kind: 'value', path: ['company', step.kind], value: '株式会社サンプル精機' };
    case 'fact': {
      const { fact } = step;
      if (fact.kind === 'number') return { kind: 'fact', fact: fact.id, values: [String(pick * 10)] };
      const values = [...fact.values.map((v) => v.id), 'unknown'];
      if (fact.place === 'assessment' && pick % 2 === 0) return { kind: 'fact', fact: fact.id, values: [] };
      return { kind: 'fact', fact: fact.id, values: [values[pick % values.length] ?? 'unknown'] };
    }
    case 'technologies':
    case 'evidence':
      return null;
    case 'item': {
      const all = ['yes', 'partial', 'no', 'unknown', 'notApplicable'] as const;
      const offered = step.item.notApplicable === 'allowed' ? all : all.slice(0, 4);
      const value = offered[pick % offered.length] ?? 'unknown';
      const reason = value === 'notApplicable' ? { reason: '展示会に出ていない' } : {};
      return { kind: 'answer', item: step.item.id, answer: { value, ...reason } };
    }
  }
}
