import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lintCatalog } from '../../src/catalog/lint.ts';
import { runs } from '../setup/random.ts';
import { sampleFiles } from './sample.ts';

const lines = [...sampleFiles()].flatMap(([path, text]) =>
  text.split('\n').map((_, index) => ({ path, index })),
);

test('whatever lines go missing or double, every finding has a place inside its file', () => {
  const edits = fc.array(fc.tuple(fc.constantFrom(...lines), fc.boolean()), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(edits, (chosen) => {
      const files = new Map(sampleFiles());
      for (const [{ path, index }, double] of chosen) {
        const text = (files.get(path) ?? '').split('\n');
        text.splice(index, 1, ...(double ? [text[index] ?? '', text[index] ?? ''] : []));
        files.set(path, text.join('\n'));
      }
      for (const { file, location } of lintCatalog(files)) {
        if (location === null) continue;
        const line = files.get(file)?.split('\n')[location.line - 1];
        expect(line).toBeDefined();
        expect(location.column).toBeLessThanOrEqual((line ?? '').length + 1);
      }
    }),
    runs(150),
  );
});
