import { removeFoldersAtTheEnd } from './folder.ts';

removeFoldersAtTheEnd();
