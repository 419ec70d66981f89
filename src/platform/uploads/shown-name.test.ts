import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_NAME } from './limits.ts';
import { sentAs, shownName } from './shown-name.ts';
import { extensionOf, FILE_TYPES, PDF } from './types.ts';

describe('The name a file is shown by', () => {
  test.each([
    ['Rapport annuel 2020.pdf', 'Rapport annuel 2020.pdf'],
    ['قانون الهجرة.pdf', 'قانون الهجرة.pdf'],
    ['می‌خواهم.pdf', 'می‌خواهم.pdf'],
    ['C:\\Users\\amina\\Desktop\\law.pdf', 'law.pdf'],
    ['../../../etc/passwd', 'passwd.pdf'],
    ['..\\..\\boot.ini', 'boot.pdf'],
    ['report.html', 'report.pdf'],
    ['Annual.Report.2020.PDF', 'Annual.Report.2020.pdf'],
    ['law\u202efdp.exe', 'lawfdp.pdf'],
    ['a\r\nContent-Type: x\r\n\r\n.pdf', 'aContent-Type_ x.pdf'],
    ['<script>alert(1)</script>.pdf', 'script_.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['...', 'file.pdf'],
    ['', 'file.pdf'],
    ['/', 'file.pdf'],
    ['\u200d\u200c', 'file.pdf'],
  ])('%j is shown as %j', (sent, shown) => expect(shownName(sent, PDF)).toBe(shown));

  test('has no path, no deceiving sign and no line end, is bounded, and ends as its type does, whatever was sent', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', minLength: 100, maxLength: 400 })),
        fc.constantFrom(...FILE_TYPES),
        (sent, type) => {
          const name = shownName(sent, type);
          expect(name).not.toMatch(/[/\\<>:"|?*;%]/);
          expect(name).not.toMatch(/[[\p{C}\p{Zl}\p{Zp}]--[\u200c\u200d]]/v);
          expect([...name].length).toBeLessThanOrEqual(LONGEST_NAME);
          expect(name).toMatch(/[\p{L}\p{N}].*\.[a-z]+$/u);
          expect(name.endsWith(`.${extensionOf(type)}`)).toBe(true);
          expect(name).not.toMatch(/^[.\s]/);
          expect(shownName(name, type)).toBe(name);
          expect(sentAs(sent)).not.toMatch(/[/\\<>:"|?*;%\p{Cc}]/u);
          expect([...sentAs(sent)].length).toBeLessThanOrEqual(LONGEST_NAME);
        },
      ),
    );
  });
});
