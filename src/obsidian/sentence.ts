export { moved, sentenceAround } from "../core/index";
