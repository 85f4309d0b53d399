// What sets an equation in the page; loaded when a reader's model has one.

export { renderToString } from "katex";
