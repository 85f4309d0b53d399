// What a reader takes along: text to the clipboard, an explorer's picture and its numbers as files.
// All of it is made here, from what the page shows now.

import { copied, drawn, save } from "../frame/elements.js";

const UNKNOWN = "…/";
const MARGIN = 16;
const SIZES = { title: 16, note: 10 };
const SHARPNESS = 3;

/** Do what a button asks for; `root` is the address of the book's folder. */
export async function take(button, root) {
  const { take: kind } = button.dataset;
  if (kind === "copy") return copy(button, root);
  const figure = button.closest("figure.explorer");
  const { explorer } = figure.dataset;
  const put = (file, type, content) => {
    save(file, type, content);
    saidBy(button, "saved", file);
  };
  if (kind === "svg") {
    put(`${explorer}.svg`, "image/svg+xml", picture(figure, root));
  } else if (kind === "png") {
    try {
      put(`${explorer}.png`, "image/png", await painted(picture(figure, root)));
    } catch (error) {
      saidBy(button, "failed");
      throw error;
    }
  } else {
    const table = button.closest(".explorer-numbers").querySelector("table");
    const mark = kind === "excel" ? "\ufeff" : ""; // by which Excel knows the letters
    const text = mark + numbers(figure, table, root);
    put(`${explorer}-${table.dataset.table}.csv`, "text/csv;charset=utf-8", text);
  }
}

/** Put the book's address where a text leaves it open, if the page stands at one. */
export function addressed(text, root) {
  return /^https?:/.test(root) ? text.replaceAll(UNKNOWN, () => root) : text;
}

async function copy(button, root) {
  const place = button.closest(".take-along-text").querySelector("pre");
  place.textContent = addressed(place.textContent, root);
  const isOpen = place.textContent.includes(UNKNOWN);
  saidBy(button, (await copied(place)) ? (isOpen ? "open" : "copied") : "select");
}

function saidBy(button, words, file) {
  const said = button.closest("figure.explorer, .take-along-cite").querySelector(".take-along-said");
  said.textContent = said.dataset[words].replace("{file}", () => file);
}

/** Return what is said of an explorer wherever it goes: setting, sources, and how to cite it. */
function notes(figure, root) {
  const line = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const sources = [...figure.querySelectorAll(".explorer-source")].map(line);
  const word = figure.querySelector(".take-along-said").dataset.source;
  return [
    line(figure.querySelector(".explorer-settings")),
    `${word}: ${sources.join("; ")}`,
    `${addressed(line(figure.querySelector(".take-along-cited pre")), root)} CC BY 4.0.`,
  ].filter(Boolean);
}

/** Return a table's numbers as CSV: notes behind a #, then units in the head and no rounding. */
function numbers(figure, table, root) {
  const { columns } = (window.nqpfExplorers?.[figure.dataset.explorer]?.tables ?? {})[table.dataset.table] ?? {};
  const title = figure.querySelector(".explorer-title").textContent;
  const rows = [...table.tBodies[0].rows].map((row) =>
    [...row.cells].map((cell, place) => valueIn(cell, columns?.[place]?.form)),
  );
  const head = [...table.tHead.rows[0].cells].map((cell, place) => {
    const { before = "", after = "" } = columns?.[place]?.form ?? {};
    const unit = (before + after).trim();
    return unit ? `${cell.textContent} (${unit})` : cell.textContent;
  });
  const lines = [head, ...rows].map((cells) => cells.map(inCsv).join(","));
  return [...[title, ...notes(figure, root)].map((note) => `# ${note}`), ...lines, ""].join("\r\n");
}

function valueIn(cell, form) {
  if (cell.dataset.value === undefined) return cell.textContent;
  return String(Number((Number(cell.dataset.value) * (form?.scale ?? 1)).toPrecision(12)));
}

function inCsv(text) {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Return the chart as a file of its own: title above, notes below, in the page's colours. */
export function picture(figure, root) {
  const shown = [...figure.querySelectorAll(".explorer-chart svg")].find((svg) => svg.getClientRects().length);
  const chart = shown.cloneNode(true);
  const [left, top, width, height] = chart.getAttribute("viewBox").split(/[\s,]+/).map(Number);
  const font = chart.getAttribute("font-family");
  const lines = (text, size) => wrapped(text, `${size}px ${font}`, width);
  const title = lines(figure.querySelector(".explorer-title").textContent, SIZES.title);
  const below = notes(figure, root).flatMap((note) => lines(note, SIZES.note));
  const above = title.length * SIZES.title * 1.3 + MARGIN / 2;
  const whole = [width + 2 * MARGIN, height + above + (below.length + 1) * SIZES.note * 1.4 + 2 * MARGIN];
  const svg = drawn("svg", { width: whole[0], height: whole[1], viewBox: `0 0 ${whole.join(" ")}`, "font-family": font, role: "img" });
  const name = drawn("title", {}, figure.querySelector(".explorer-chart").getAttribute("aria-label"));
  const ground = drawn("rect", { width: whole[0], height: whole[1], fill: "var(--nqpf-paper)" });
  for (const [key, value] of Object.entries({ x: MARGIN - left, y: MARGIN + above - top, width, height })) chart.setAttribute(key, value);
  svg.append(
    name,
    ground,
    ...texts(title, SIZES.title, MARGIN, "var(--nqpf-ink)", 600),
    chart,
    ...texts(below, SIZES.note, MARGIN + above + height + MARGIN / 2, "var(--nqpf-muted)", 400),
  );
  const colours = getComputedStyle(document.documentElement);
  return new XMLSerializer()
    .serializeToString(svg)
    .replace(/var\((--nqpf-[\w-]+)(?:,[^)]*)?\)/g, (_all, token) => colours.getPropertyValue(token).trim());
}

function texts(lines, size, top, fill, weight) {
  const height = size === SIZES.title ? 1.3 : 1.4;
  return lines.map((line, place) =>
    drawn("text", { x: MARGIN, y: top + size + place * size * height, "font-size": size, "font-weight": weight, fill }, line),
  );
}

/** Return text in lines that are no wider than a chart, as the browser's own letters measure. */
function wrapped(text, font, width) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = font;
  const lines = [];
  // Chinese has no spaces: a line may end behind any of its signs.
  for (const word of text.match(/[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+|\s+/g)) {
    const last = lines.at(-1) ?? "";
    if (lines.length && pen.measureText(last + word.trimEnd()).width <= width) lines[lines.length - 1] += word;
    else if (word.trim()) lines.push(word);
  }
  return lines.map((line) => line.trim());
}

/** Return an SVG as the bytes of a PNG, sharp enough for a slide. */
async function painted(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * SHARPNESS;
  canvas.height = image.height * SHARPNESS;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}
