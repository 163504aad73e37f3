import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';

export type SchemaName = 'answers' | 'assessment' | 'policy';

/** `wazamori schema [NAME]`: JSON Schema of the answer file, the result or a policy. Loads zod: nothing else here does. */
export async function schema(ctx: Context, name: SchemaName): Promise<ExitCode> {
  ctx.io.out(`${JSON.stringify(await schemaOf(ctx, name), null, 2)}\n`);
  return EXIT.fine;
}

async function schemaOf({ catalog, words }: Context, name: SchemaName): Promise<object> {
  if (name === 'answers')
    return (await import('../../answers/schema.ts')).answerFileJsonSchema(catalog, words);
  if (name === 'assessment') return (await import('../../report/json/schema.ts')).assessmentJsonSchema();
  const { policyJsonSchema } = await import('../../gate/policy/policy.ts');
  const { RULE_CODES } = await import('../../gate/rules.ts');
  return policyJsonSchema(catalog, RULE_CODES, (about) => words.t(`gate.policy.${about}`));
}
