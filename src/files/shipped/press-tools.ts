import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

/** What a PDF is made with on a machine with a disk: it is what the press asks for (`press/tools.ts`). */
export interface ToolsOnDisk {
  readonly fonts: {
    readonly regular: Uint8Array;
    readonly bold: Uint8Array;
    readonly fallback: () => Uint8Array;
  };
  readonly deflate: typeof deflateSync;
}

const known = new Map<string, ToolsOnDisk>();

/** The fonts of a folder (`dist/fonts/`), read once a process, and node's own zlib. Throws where one cannot be read. */
export function pressTools(fontsDir: string): ToolsOnDisk {
  const font = (name: string): Uint8Array => readFileSync(join(fontsDir, `${name}.ttf`));
  const tools = known.get(fontsDir) ?? {
    fonts: {
      regular: font('BIZUDPGothic-Regular'),
      bold: font('BIZUDPGothic-Bold'),
      fallback: () => font('NotoSansJP-fallback'),
    },
    deflate: deflateSync,
  };
  known.set(fontsDir, tools);
  return tools;
}
