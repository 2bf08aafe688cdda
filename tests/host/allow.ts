/** Public members of Obsidian's API that the host leaves out on purpose. Each throws when it is touched. */

/** Exports of the `obsidian` module. The compiler checks that this and `api.ts` together are complete. */
export const EXPORTS = [
  "AbstractInputSuggest", 
  "CapacitorAdapter", "DateValue", "DurationValue", "FileSystemAdapter", "HTMLValue", "IconValue",
  "ImageValue", "MarkdownEditView", "MarkdownPreviewRenderer", "MomentFormatComponent", 
  "RegExpValue", "RelativeDateValue", "SecretComponent",
  "SecretStorage", "Tasks", "UrlValue", "arrayBufferToBase64", "arrayBufferToHex", "base64ToArrayBuffer",
  "editorViewField", "finishRenderMath", "getBlobArrayBuffer", "hexToArrayBuffer", "htmlToMarkdown", "livePreviewState", "loadMathJax",
  "loadMermaid", "loadPdfJs", "loadPrism", "moment", "renderMath", "request", "requestUrl", "sanitizeHTMLToDom",
] as const;

/** Members of classes that the host has in part. */
export const MEMBERS = {
  Plugin: ["registerExtensions", "registerObsidianProtocolHandler"],
  Vault: ["appendBinary"],
  BasesView: ["createFileForView"],
  BasesViewConfig: ["getEvaluatedFormula"],
  BasesQueryResult: ["getSummaryValue"],
} as const;
