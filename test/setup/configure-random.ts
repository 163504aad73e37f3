import { configureRandom } from './random.ts';

configureRandom();
