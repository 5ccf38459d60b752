import { table } from './access.mjs';

table('nl-BE', 'nl-NL', 'nl-simple');
