import { describe } from 'vitest';
import { holdsAgainstRecomputation } from '../portfolio/recompute.ts';

describe('10,000 clients, against a slow recomputation', () => holdsAgainstRecomputation(10_000));
