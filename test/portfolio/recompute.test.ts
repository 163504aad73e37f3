import { describe } from 'vitest';
import { holdsAgainstRecomputation } from './recompute.ts';

describe('500 clients, against a slow recomputation', () => holdsAgainstRecomputation(500));
