import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const font = (name: string, file: string): Buffer =>
  readFileSync(join(dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)), file));

/** The fonts that documents and pictures are set in (OFL): Noto Sans, and Vazirmatn for Arabic, each upright and bold. */
export const readFonts = (): Buffer[] => [
  font('noto-sans', '400Regular/NotoSans_400Regular.ttf'),
  font('noto-sans', '700Bold/NotoSans_700Bold.ttf'),
  font('vazirmatn', '400Regular/Vazirmatn_400Regular.ttf'),
  font('vazirmatn', '700Bold/Vazirmatn_700Bold.ttf'),
];
