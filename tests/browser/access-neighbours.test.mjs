import { table } from './access.mjs';

table('fr', 'de', 'en');
