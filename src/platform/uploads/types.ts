/** What may be attached, by media type, with the extension that files of it are given. */
const EXTENSIONS = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
} as const;

/** The media type of a kept file. */
export type FileType = keyof typeof EXTENSIONS;
export const FILE_TYPES = Object.keys(EXTENSIONS) as FileType[];

export const PDF = 'application/pdf' satisfies FileType;
export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' satisfies FileType;

/** What a file field offers to choose from, for its `accept`: a convenience, not a guard. */
export const ACCEPTED = '.pdf,.docx,.png,.jpg,.jpeg,.webp,.gif';

/** The extension files of a type are given, without its full stop. */
export function extensionOf(type: FileType): string {
  return EXTENSIONS[type];
}
