/** Public members of Obsidian's API that the host leaves out on purpose. Each throws when it is touched. */

/** Exports of the `obsidian` module. The compiler checks that this and `api.ts` together are complete. */
export const EXPORTS = [
  "AbstractInputSuggest", "BasesEntry", "BasesEntryGroup", "BasesQueryResult", "BasesView", "BasesViewConfig", "BooleanValue",
  "CapacitorAdapter", "DateValue", "DurationValue", "FileSystemAdapter", "FileValue", "HTMLValue", "IconValue",
  "ImageValue", "LinkValue", "ListValue", "MarkdownEditView", "MarkdownPreviewRenderer", "MomentFormatComponent", "NotNullValue", "NullValue",
  "NumberValue", "ObjectValue", "PrimitiveValue", "QueryController", "RegExpValue", "RelativeDateValue", "SecretComponent",
  "SecretStorage", "StringValue", "TagValue", "Tasks", "UrlValue", "Value", "arrayBufferToBase64", "arrayBufferToHex", "base64ToArrayBuffer",
  "editorViewField", "finishRenderMath", "getBlobArrayBuffer", "hexToArrayBuffer", "htmlToMarkdown", "livePreviewState", "loadMathJax",
  "loadMermaid", "loadPdfJs", "loadPrism", "moment", "parsePropertyId", "renderMath", "request", "requestUrl", "sanitizeHTMLToDom",
] as const;

/** Members of classes that the host has in part. */
export const MEMBERS = {
  Plugin: ["registerExtensions", "registerBasesView", "registerObsidianProtocolHandler", "registerCliHandler"],
  Vault: ["createBinary", "modifyBinary", "appendBinary"],
} as const;
