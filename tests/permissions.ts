/** `npm run permissions`: writes docs/permissions.md anew from what the code says. */
import { writeFileSync } from 'node:fs';
import { PERMISSIONS_FILE, permissionsPage } from './support/permissions.ts';

writeFileSync(PERMISSIONS_FILE, permissionsPage());
