import { loadCatalog } from '../../src/catalog/load.ts';
import { CHECKLISTS } from './package.ts';

const loaded = loadCatalog(CHECKLISTS);
if (!loaded.ok) throw new Error('the checklists do not load');

/** The checklists under test, read once a worker. */
export const { catalog, texts } = loaded.value;
