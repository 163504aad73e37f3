import { createHash } from 'node:crypto';
import type { Sha256 } from '../model/sha256.ts';

/** SHA-256 of a file's content, as lower-case hex: what a caller remembers of the file it read. */
export const contentHash: Sha256 = (content) => createHash('sha256').update(content).digest('hex');
