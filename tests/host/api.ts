/** The module that `require("obsidian")` gives to the plugin. */
import { App, RenderContext } from "./app";
import { BasesView, BasesViewConfig, QueryController } from "./bases";
import { BasesEntry, BasesEntryGroup, BasesQueryResult, parsePropertyId } from "./bases-query";
import { AbstractTextComponent, BaseComponent, ButtonComponent, ColorComponent, DisplayValueComponent, DropdownComponent, ExtraButtonComponent, ProgressBarComponent, SearchComponent, SliderComponent, TextAreaComponent, TextComponent, ToggleComponent, ValueComponent } from "./controls";
import { Editor } from "./editor";
import { EditorSuggest, PopoverSuggest } from "./editor-suggest";
import { Component, Events, debounce } from "./events";
import { editorEditorField, editorInfoField, editorLivePreviewField } from "./fields";
import { FileManager } from "./file-manager";
import { TAbstractFile, TFile, TFolder, normalizePath } from "./files";
import { getAllTags, getFrontMatterInfo, parseFrontMatterAliases, parseFrontMatterEntry, parseFrontMatterStringArray, parseFrontMatterTags, parseYaml, stringifyYaml } from "./frontmatter";
import { addIcon, getIcon, getIconIds, removeIcon, setIcon } from "./icons";
import { Keymap, Scope } from "./keymap";
import { WorkspaceLeaf } from "./leaf";
import { getLinkpath, iterateCacheRefs, iterateRefs, parseLinktext, resolveSubpath, stripHeading, stripHeadingForLink } from "./links";
import { MarkdownView } from "./markdown-view";
import { Menu, MenuItem, MenuSeparator } from "./menu";
import { MetadataCache } from "./metadata";
import { ConfirmationButton, ConfirmationModal, Modal } from "./modal";
import { HoverPopover, Notice, PopoverState, displayTooltip, setTooltip } from "./overlay";
import { Platform } from "./platform";
import { Plugin } from "./plugin";
import { MarkdownPreviewView, MarkdownRenderChild, MarkdownRenderer } from "./preview";
import { Setting, SettingGroup } from "./setting";
import { PluginSettingTab, SettingPage, SettingTab } from "./setting-tab";
import { WorkspaceContainer, WorkspaceFloating, WorkspaceItem, WorkspaceMobileDrawer, WorkspaceParent, WorkspaceRibbon, WorkspaceRoot, WorkspaceSidedock, WorkspaceSplit, WorkspaceTabs, WorkspaceWindow } from "./splits";
import { FuzzySuggestModal, SuggestModal, prepareFuzzySearch, prepareSimpleSearch, renderMatches, renderResults, sortSearchResults } from "./suggest";
import { BooleanValue, FileValue, LinkValue, ListValue, NotNullValue, NullValue, NumberValue, ObjectValue, PrimitiveValue, StringValue, TagValue, Value } from "./values";
import { Vault } from "./vault";
import { EditableFileView, FileView, ItemView, TextFileView, View } from "./view";
import { Workspace } from "./workspace";

/** The version of Obsidian whose types the host follows. */
export const apiVersion = "1.13.1";

export function requireApiVersion(version: string): boolean {
  const have = apiVersion.split(".").map(Number);
  const want = version.split(".").map(Number);
  const at = [0, 1, 2].find((part) => (have[part] ?? 0) !== (want[part] ?? 0));
  return at === undefined || (have[at] ?? 0) > (want[at] ?? 0);
}

export const api = {
  AbstractTextComponent, App, BaseComponent, BasesEntry, BasesEntryGroup, BasesQueryResult, BasesView, BasesViewConfig, BooleanValue, ButtonComponent, ColorComponent, Component, ConfirmationButton, ConfirmationModal, DisplayValueComponent,
  DropdownComponent, EditableFileView, Editor, EditorSuggest, Events, ExtraButtonComponent, FileManager, FileValue, FileView, FuzzySuggestModal, HoverPopover, ItemView, Keymap, LinkValue, ListValue,
  MarkdownPreviewView, MarkdownRenderChild, MarkdownRenderer, MarkdownView, Menu, MenuItem, MenuSeparator, MetadataCache, Modal, NotNullValue, Notice, NullValue, NumberValue, ObjectValue, Platform,
  Plugin, PluginSettingTab, PopoverState, PopoverSuggest, PrimitiveValue, ProgressBarComponent, QueryController, RenderContext, Scope, SearchComponent, Setting, SettingGroup, SettingPage, SettingTab,
  SliderComponent, StringValue, SuggestModal, TAbstractFile, TFile, TFolder, TagValue, TextAreaComponent, TextComponent, TextFileView, ToggleComponent, Value, ValueComponent, Vault,
  View, Workspace, WorkspaceContainer, WorkspaceFloating, WorkspaceItem, WorkspaceLeaf, WorkspaceMobileDrawer, WorkspaceParent, WorkspaceRibbon,
  WorkspaceRoot, WorkspaceSidedock, WorkspaceSplit, WorkspaceTabs, WorkspaceWindow, addIcon, apiVersion, debounce, displayTooltip, editorEditorField,
  editorInfoField, editorLivePreviewField, getAllTags, getFrontMatterInfo, getIcon, getIconIds, getLanguage: () => "en", getLinkpath, iterateCacheRefs,
  iterateRefs, normalizePath, parseFrontMatterAliases, parseFrontMatterEntry, parseFrontMatterStringArray, parseFrontMatterTags, parseLinktext, parsePropertyId, parseYaml,
  prepareFuzzySearch, prepareSimpleSearch, removeIcon, renderMatches, renderResults, requireApiVersion, resolveSubpath, setIcon, setTooltip,
  sortSearchResults, stringifyYaml, stripHeading, stripHeadingForLink,
};
