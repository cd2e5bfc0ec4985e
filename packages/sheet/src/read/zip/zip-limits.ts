const MB = 1024 * 1024;

/** What an Office file of the form may hold. The real sheet as .xlsx has some 20 parts and under 2 MB unpacked. */
export const ZIP_LIMITS = {
  /** Entries of the directory. */
  entries: 2_000,
  /** Bytes of one part, unpacked. */
  part: 40 * MB,
  /** Bytes of all parts, unpacked. */
  total: 80 * MB,
  /** Unpacked to packed, asked of parts from `ratioFrom` bytes on; deflate itself reaches 1,032. */
  ratio: 200,
  ratioFrom: MB,
  /** Elements within elements of one XML part. */
  depth: 500,
  /** Elements of all XML parts: what a library builds of them takes about a kilobyte each. */
  elements: 300_000,
} as const;
