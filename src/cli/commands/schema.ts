import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';

export const SCHEMAS = ['answers', 'assessment', 'comparison', 'policy'] as const;
export type SchemaName = (typeof SCHEMAS)[number];

/** `wazamori schema [NAME]`: JSON Schema of the answer file, a result or a policy. Loads zod: nothing else here does. */
export async function schema(ctx: Context, name: SchemaName): Promise<ExitCode> {
  ctx.io.out(`${JSON.stringify(await schemaOf(name, ctx), null, 2)}\n`);
  return EXIT.fine;
}

async function schemaOf(name: SchemaName, { catalog, words }: Context): Promise<object> {
  switch (name) {
    case 'answers':
      return (await import('../../answers/schema.ts')).answerFileJsonSchema(catalog, words);
    case 'assessment':
      return (await import('../../report/json/schema.ts')).assessmentJsonSchema();
    case 'comparison':
      return (await import('../../report/json/schema-comparison.ts')).comparisonJsonSchema();
    case 'policy': {
      const { policyJsonSchema } = await import('../../gate/policy/policy.ts');
      const { RULE_CODES } = await import('../../gate/rules.ts');
      return policyJsonSchema(catalog, RULE_CODES, (about) => words.t(`gate.policy.${about}`));
    }
  }
}
