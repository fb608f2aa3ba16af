/** A table as it was written: every cell a text, every row with the line it stands on. */
export interface TextTable {
  columns: string[];
  rows: TextRow[];
}

export interface TextRow {
  /** 1-based, in the file; the header is line 1. */
  line: number;
  /** One text a column. */
  cells: string[];
}
