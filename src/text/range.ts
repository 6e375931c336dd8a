/** Characters of a text (UTF-16 units), from `start` up to and without `end`. */
export interface Range {
  start: number;
  end: number;
}
