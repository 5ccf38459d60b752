import { table } from './access.mjs';

table('tr', 'ar');
