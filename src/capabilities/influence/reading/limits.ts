/** What a file may cost before it is refused. An outcome text of 500 pages stays far below all of them. */
export const limits = {
  fileBytes: 200_000_000,
  /** One file inside a DOCX, unpacked; and how many times larger than packed it may become. */
  unpackedBytes: 60_000_000,
  unpackedRatio: 300,
  filesInside: 5_000,
  xmlDepth: 400,
  pages: 6_000,
  lines: 400_000,
} as const;
