import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';

/**
 * Runs a composite action step by step on this machine, as GitHub's runner would: its inputs with their defaults, the
 * outputs of earlier steps, each script in bash, with the event as a file: a push to a private repository. `tsx scripts/run-action.ts NAME=VALUE …` runs ours in the current folder.
 */

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly id: string;
      readonly name: string;
      readonly shell: string;
      readonly env?: Readonly<Record<string, string>>;
      readonly run: string;
    }[];
  };
}

export interface ActionRun {
  /** Exit code of the step the action ended with. */
  readonly status: number;
  /** Names of the steps that ran. */
  readonly steps: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  /** What the steps printed. */
  readonly log: string;
  /** The summary page of the job. */
  readonly summary: string;
}

export function runAction(
  path: string,
  given: Readonly<Record<string, string>>,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): ActionRun {
  const action: Action = parse(readFileSync(path, 'utf8'));
  if (action.runs.using !== 'composite') throw new Error('only composite actions run here');
  const stray = Object.keys(given).filter((name) => !Object.hasOwn(action.inputs, name));
  if (stray.length > 0) throw new Error(`no input ${stray.join(', ')}`);
  const values = new Map<string, string>();
  values.set('github.action_path', dirname(path));
  for (const [name, input] of Object.entries(action.inputs)) {
    values.set(`inputs.${name}`, given[name] ?? input.default ?? '');
  }
  const fill = (text: string): string =>
    text.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => values.get(name) ?? '');
  const folder = mkdtempSync(join(tmpdir(), 'wazamori-action-'));
  const [output, summary, event] = [
    join(folder, 'output'),
    join(folder, 'summary'),
    join(folder, 'event.json'),
  ];
  const steps: string[] = [];
  let log = '';
  let status = 0;
  try {
    writeFileSync(summary, '');
    writeFileSync(event, JSON.stringify({ repository: { full_name: 'OWNER/answers', private: true } }));
    for (const step of action.runs.steps) {
      if (/\$\{\{/.test(step.run))
        throw new Error(`${step.id}: an expression inside a script can be injected`);
      writeFileSync(output, '');
      const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value)]);
      const files = { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary };
      const runner = { CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_EVENT_PATH: event };
      // As the runner calls it for `shell: bash`.
      const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
        cwd,
        env: { ...runner, ...env, ...files, ...Object.fromEntries(own) },
        encoding: 'utf8',
      });
      steps.push(step.name);
      log += ran.stdout + ran.stderr;
      for (const [, name = '', value = ''] of readFileSync(output, 'utf8').matchAll(/^([\w-]+)=(.*)$/gm)) {
        values.set(`steps.${step.id}.outputs.${name}`, value);
      }
      status = ran.status ?? 1;
      if (status !== 0) break;
    }
    const outputs = Object.entries(action.outputs).map(([name, { value }]) => [name, fill(value)]);
    return {
      status,
      steps,
      log,
      outputs: Object.fromEntries(outputs),
      summary: readFileSync(summary, 'utf8'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const given = process.argv.slice(2).map((text) => {
    const at = text.indexOf('=');
    return [text.slice(0, at), text.slice(at + 1)];
  });
  const path = resolve(import.meta.dirname, '../action.yml');
  const ran = runAction(path, Object.fromEntries(given), process.cwd(), process.env);
  process.stdout.write(`${ran.steps.map((step) => `# ${step}`).join('\n')}\n${ran.log}${ran.summary}`);
  process.exitCode = ran.status;
}
