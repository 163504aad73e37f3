import type { SchemaName } from '../../../files/shipped/schema-files.ts';
import { jsonText } from '../../../words/visible.ts';
import type { Context } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';

/** `wazamori schema [NAME]`: JSON Schema of the answer file, a result or a policy. Loads zod: nothing else here does. */
export async function schema(ctx: Context, name: SchemaName): Promise<ExitCode> {
  ctx.io.out(await schemaText(name, ctx));
  return EXIT.fine;
}

/** A schema as it is printed, and shipped in `dist/schema/`. */
export async function schemaText(name: SchemaName, ctx: Pick<Context, 'catalog' | 'words'>): Promise<string> {
  return `${jsonText(await schemaOf(name, ctx), 2)}\n`;
}

/** A schema as a plain object. */
export async function schemaOf(
  name: SchemaName,
  { catalog, words }: Pick<Context, 'catalog' | 'words'>,
): Promise<object> {
  switch (name) {
    case 'answers':
      return (await import('../../../answers/schema.ts')).answerFileJsonSchema(catalog, words);
    case 'assessment':
      return (await import('../../../report/json/schema.ts')).assessmentJsonSchema();
    case 'comparison':
      return (await import('../../../report/json/schema-comparison.ts')).comparisonJsonSchema();
    case 'policy': {
      const { policyJsonSchema } = await import('../../../gate/policy/policy.ts');
      const { RULE_CODES } = await import('../../../gate/rules.ts');
      return policyJsonSchema(catalog, RULE_CODES, (about) => words.t(`gate.policy.${about}`));
    }
  }
}
