/** Letters and digits in lower case, without accents, marks and punctuation; Arabic words without their article. */
export function foldHeader(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}|\u0640/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .map((word) => word.replace(/^(و?)ال(?=\p{L}{2})/u, '$1'))
    .join(' ');
}
