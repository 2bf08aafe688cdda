/** What stands in the mask where a code span, an image or a formula takes the place of a word. */
export const objectMark = "\uFFFC";

/** Text that is kept, and where it stands in the note. Never holds a line break. */
export interface Piece {
  from: number;
  text: string;
  /** It is (part of) a link's text. */
  isLink: boolean;
}
