import { versions } from 'node:process';
import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 watch a function longer before it compiles it. Node 20 does so early and drops the result whenever a file
 * brings a shape of data not seen before: over 2,000 unlike files each thread compiled its largest functions seven
 * times, which was half of all the work. Newer Nodes wait by themselves; they do not know the flag and would say so on
 * stderr.
 */
export function compileLater(): void {
  // In bytes of bytecode run; the default is 67,584.
  if (versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=600000');
}
