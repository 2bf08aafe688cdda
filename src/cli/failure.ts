/** The run itself failed (exit code 2). The message names the place and the remedy. */
export class Failure extends Error {
  override name = "Failure";
}

/** What an unknown error has to say, in one line. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT": return "there is nothing of that name";
    case "ENOTDIR": return "a part of the path is no folder";
    case "EACCES":
    case "EPERM": return "it is not permitted";
    case "EROFS": return "the disk can't be written to";
    case "ENOSPC": return "the disk is full";
    case "ELOOP": return "the link leads back to itself";
    case "EISDIR": return "it is a folder";
    case "ERR_FS_FILE_TOO_LARGE":
    case "ERR_STRING_TOO_LONG": return "it is too large to be read as one text";
    default: return firstLine(error instanceof Error ? error.message : String(error));
  }
}

/** What is said of a note that made core throw. */
export function tooOdd(error: unknown): string {
  return `it is too odd to be judged (${reasonOf(error)}); please report it`;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
