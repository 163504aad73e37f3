import { describe, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import { parseCatalog } from '../../../src/catalog/source/parse.ts';
import type * as schema from '../../../src/catalog/source/schema.ts';
import type * as model from '../../../src/model/catalog.ts';
import type { CatalogFindingCode } from '../../../src/model/catalog-finding.ts';
import type * as prose from '../../../src/model/catalog-texts.ts';
import type { Condition } from '../../../src/model/condition.ts';
import type { FindingCode } from '../../../src/model/finding.ts';
import { sampleFiles } from '../sample.ts';

/** Held by the type checker: a word added to the model without its schema, or the other way round, does not compile. */
describe('the schema and the model speak the same words', () => {
  test('lists of words', () => {
    expectTypeOf<z.infer<typeof schema.confidence>>().toEqualTypeOf<model.Confidence>();
    expectTypeOf<z.infer<typeof schema.severity>>().toEqualTypeOf<model.Severity>();
    expectTypeOf<z.infer<typeof schema.depth>>().toEqualTypeOf<model.Depth>();
    expectTypeOf<z.infer<typeof schema.expert>>().toEqualTypeOf<model.Expert>();
    expectTypeOf<z.infer<typeof schema.cost>>().toEqualTypeOf<model.Cost>();
    expectTypeOf<z.infer<typeof schema.grade>>().toEqualTypeOf<model.Grade>();
    expectTypeOf<z.infer<typeof schema.waveId>>().toEqualTypeOf<model.WaveId>();
    expectTypeOf<z.infer<typeof schema.size>>().toEqualTypeOf<model.Size>();
    expectTypeOf<schema.FactSource['place']>().toEqualTypeOf<model.FactPlace>();
    expectTypeOf<schema.FactSource['kind']>().toEqualTypeOf<model.Fact['kind']>();
    expectTypeOf<schema.ChecklistSource['kind']>().toEqualTypeOf<model.Checklist['kind']>();
  });

  test('records that carry over as they are', () => {
    expectTypeOf<z.infer<typeof schema.condition>>().toEqualTypeOf<Condition>();
    expectTypeOf<Readonly<schema.WeightsSource>>().toExtend<model.Weights>();
    expectTypeOf<schema.WeightsSource['findOut']>().toExtend<model.Weights['findOut']>();
    expectTypeOf<Omit<schema.SourceRefSource, 'locator'>>().toEqualTypeOf<{
      -readonly [K in keyof model.SourceRef]: model.SourceRef[K];
    }>();
    expectTypeOf<Exclude<keyof prose.ItemTexts, 'locators'>>().toExtend<keyof schema.ItemSource>();
    expectTypeOf<keyof prose.ActionTexts>().toExtend<keyof schema.ActionSource>();
    expectTypeOf<Exclude<keyof model.Item, 'checklist' | 'section'>>().toExtend<keyof schema.ItemSource>();
    expectTypeOf<keyof model.Action>().toExtend<keyof schema.ActionSource>();
    expectTypeOf<keyof prose.SourceTexts>().toExtend<keyof schema.SourceSource>();
    expectTypeOf<keyof prose.DirectoryEntry>().toExtend<keyof schema.DirectorySource>();
    expectTypeOf<keyof prose.EmergencyTexts>().toExtend<keyof schema.EmergencySource>();
  });

  test('a catalogue finding is never mistaken for one of reading', () => {
    expectTypeOf<Extract<CatalogFindingCode, FindingCode>>().toEqualTypeOf<never>();
  });
});

describe('the sample', () => {
  test('has the shape', () => {
    expect(parseCatalog(sampleFiles()).ok).toBe(true);
  });
});
