import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';

export type SchemaName = 'answers' | 'assessment';

/** `wazamori schema [NAME]`: JSON Schema of the answer file or of the result. Loads zod: nothing else here does. */
export async function schema(ctx: Context, name: SchemaName): Promise<ExitCode> {
  const text =
    name === 'answers'
      ? (await import('../../answers/schema.ts')).answerFileJsonSchema(ctx.catalog, ctx.words)
      : (await import('../../report/json/schema.ts')).assessmentJsonSchema();
  ctx.io.out(`${JSON.stringify(text, null, 2)}\n`);
  return EXIT.fine;
}
