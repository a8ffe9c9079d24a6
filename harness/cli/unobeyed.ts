/**
 * A text that the runner of a GitHub Action prints and does not obey: it takes lines that begin with `::`, and `##[` wherever it stands, for
 * commands, and a target may have sent either. A space that has no width breaks them.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const unobeyed = (text: string): string => text.replace(/:(?=:)/g, ":\u200b").replace(/##(?=\[)/g, "##\u200b");
