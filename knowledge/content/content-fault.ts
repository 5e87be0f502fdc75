/** Something wrong in a content file, said so that an editor can jump to it: `file:line: message`. */
export interface ContentFault {
  /** Path relative to the repository. */
  readonly file: string;
  /** First line is 1. */
  readonly line: number;
  readonly message: string;
}

/** `file:line: message`, the form that editors and CI logs make clickable. */
export function formatFault(fault: ContentFault): string {
  return `${fault.file}:${fault.line}: ${fault.message}`;
}
