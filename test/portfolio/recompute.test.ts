import { describe } from 'vitest';
import { holdsAgainstRecomputation } from './recompute.ts';

describe('300 clients, against a slow recomputation', () => holdsAgainstRecomputation(300));
