/**
 * Where the report of an answer file goes: the same name, `.yaml` made the ending of the report. Any other ending stays,
 * so that no two files beside each other ever share a report.
 *
 * Example: `a.yaml` → `a.pdf`, `a.yml` → `a.yml.pdf`, `a` → `a.yaml.pdf`.
 */
export function reportFile(path: string, format: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!/.\.[^.]+$/.test(name)) return `${path}.yaml.${format}`;
  const stem = /^(.+)\.yaml$/.exec(path)?.[1];
  // 「a.yml.yaml」 keeps both: without the last one it would be the name of 「a.yml」's report.
  return stem === undefined || /\.ya?ml$/i.test(stem) ? `${path}.${format}` : `${stem}.${format}`;
}
