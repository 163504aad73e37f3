import { buildCatalog } from '../../src/catalog/built/build.ts';
import { readChecklists } from '../../src/files/shipped/checklists.ts';
import { CHECKLISTS } from './package.ts';

const loaded = buildCatalog(readChecklists(CHECKLISTS));
if (!loaded.ok) throw new Error('the checklists do not load');

/** The checklists under test, read once a worker. */
export const { catalog, texts } = loaded.value;
