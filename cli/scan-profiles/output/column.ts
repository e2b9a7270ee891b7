/** What a cell can hold; null is an empty one. */
export type Cell = string | number | boolean | null;

/** The columns of a table, in order: the cell of a row by the column's header. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;
