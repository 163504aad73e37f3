import { expect, test } from 'vitest';
import { ACTION_FIELDS, ITEM_FIELDS } from '../../../src/catalog/lint/field-order.ts';
import { action, item } from '../../../src/catalog/source/schema.ts';

test('the fixed orders name every field there is', () => {
  expect([...ITEM_FIELDS].sort()).toEqual(Object.keys(item.shape).sort());
  expect([...ACTION_FIELDS].sort()).toEqual(Object.keys(action.shape).sort());
});
