import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** veraPDF, the validator the PDF associations themselves keep, through Maven and Java. Neither is ever skipped. */
const HERE = fileURLToPath(new URL('.', import.meta.url));
const JARS = join(HERE, 'target');
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.0:copy-dependencies';

/** What was said about one file. */
export interface Validated {
  readonly name: string;
  /** What it was held against: what its own metadata claim. */
  readonly profiles: readonly string[];
  readonly checks: number;
  /** A line for each rule that is broken: where it stands in the standard, what it asks, what broke it. */
  readonly failures: readonly string[];
}

/** Lays the program beside its pom: from Maven's own store, or on the first time from Maven Central. */
export function fetchVeraPdf(): void {
  rmSync(JARS, { recursive: true, force: true });
  // Archives whose checksum is wrong are refused.
  ran('mvn', ['-q', '-B', '-C', '-f', join(HERE, 'pom.xml'), COPY, `-DoutputDirectory=${JARS}`]);
}

/** Every PDF below a folder, in one run of Java, against the profiles the files claim themselves. */
export function validate(folder: string, ...options: readonly string[]): readonly Validated[] {
  const output = ran('java', [
    ...['-cp', join(JARS, '*'), 'org.verapdf.apps.GreenfieldCliWrapper'],
    ...['--format', 'json', '--maxfailuresdisplayed', '3', '--recurse', ...options, folder],
  ]);
  return REPORT.parse(JSON.parse(output)).report.jobs.map(
    ({ itemDetails, validationResult, taskException }) => ({
      name: basename(itemDetails.name, '.pdf'),
      profiles: validationResult
        .map(({ profileName }) => profileName.replace(' validation profile', ''))
        .sort(),
      checks: validationResult.reduce(
        (sum, { details }) => sum + details.passedChecks + details.failedChecks,
        0,
      ),
      failures: [
        ...(taskException === undefined ? [] : [`not read: ${taskException.exceptionMessage}`]),
        ...validationResult.flatMap(({ details }) => details.ruleSummaries.map(broken)),
      ],
    }),
  );
}

const RULE = z.object({
  specification: z.string(),
  clause: z.string(),
  testNumber: z.number(),
  description: z.string(),
  failedChecks: z.number(),
  checks: z.array(z.object({ context: z.string() })).default([]),
});

const REPORT = z.object({
  report: z.object({
    jobs: z.array(
      z.object({
        itemDetails: z.object({ name: z.string() }),
        taskException: z.object({ exceptionMessage: z.string() }).optional(),
        validationResult: z
          .array(
            z.object({
              profileName: z.string(),
              details: z.object({
                passedChecks: z.number(),
                failedChecks: z.number(),
                ruleSummaries: z.array(RULE),
              }),
            }),
          )
          .default([]),
      }),
    ),
  }),
});

function broken(rule: z.infer<typeof RULE>): string {
  const [first] = rule.checks;
  return `${rule.specification} ${rule.clause}-${rule.testNumber}, ${rule.failedChecks} times: ${rule.description} (${first?.context ?? '?'})`;
}

/** Both programs end with 1 where something is wrong with what they read: of veraPDF that stands in the report. */
function ran(program: string, args: readonly string[]): string {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error !== undefined) throw error;
  const told = program === 'java' && status === 1;
  if (status !== 0 && !told) throw new Error(`${program} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}
