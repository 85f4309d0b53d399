// Outlines of China's provinces for a small map: what two packages hold, on one equal-area
// projection, with borders simplified together, so that neighbours keep one line between them.

import china from "@svg-maps/china";
import { geoConicEqualArea } from "d3-geo";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import { filter, filterWeight, presimplify, simplify } from "topojson-simplify";

const WIDTH = 1000;
// On the package's sheet of 774 by 569: points that are nearer are one, and neighbours share it.
const GRID = 0.5;
// Square units of our map that a bend needs to stay, and an island.
const BEND = 40;
const ISLAND = 40;
const NUMBERS = { china: "156", taiwan: "158" };
const DEGREES = 180 / Math.PI;

/** Returns {width, height, places}: of each place, by the package's name, its outline as a path. */
export function outlines() {
  const file = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
  const world = JSON.parse(readFileSync(file));
  const countries = feature(world, world.objects.countries).features;
  const country = (id) => polygons(countries.find((one) => one.id === id).geometry);
  const drawn = china.locations.map((one) => [one.id, rings(one.path)]);
  const placed = fitted(drawn, largest(country(NUMBERS.china)));
  const shapes = drawn.map(([id, all]) => [id, all.map((ring) => ring.map(placed))]);
  shapes.push(["taiwan", country(NUMBERS.taiwan)]);
  return written(simplified(projected(shapes)));
}

/** The rings of a path that moves, draws lines and closes, all by steps. */
function rings(path) {
  if (/[^-+.,\deEmz\s]/.test(path)) throw new Error("an outline has signs other than m and z");
  const found = [];
  let start = [0, 0];
  for (const part of path.match(/m[^m]*/g)) {
    const steps = part.match(/-?[\d.]+(?:e-?\d+)?/g).map(Number);
    let [x, y] = start;
    const ring = [];
    for (let at = 0; at < steps.length; at += 2) {
      x += steps[at];
      y += steps[at + 1];
      if (at === 0) start = [x, y];
      ring.push([x, y]);
    }
    found.push(ring.map((point) => point.map((value) => Math.round(value / GRID) * GRID)));
  }
  return found;
}

/** The outer rings of a geometry in degrees. */
function polygons(geometry) {
  const all = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return all.map(([outer]) => outer);
}

function largest(all) {
  return all.reduce((most, ring) => (ring.length > most.length ? ring : most));
}

/** The function from the package's sheet, which is Mercator's, to degrees: the mainland is known. */
function fitted(drawn, mainland) {
  const sheet = drawn.filter(([id]) => id !== "hainan").flatMap(([, all]) => all.flat());
  const [west, east] = ends(sheet, 0);
  const north = ends(sheet, 1)[0];
  const [left, right] = ends(mainland, 0);
  const top = mercator(ends(mainland, 1)[1]);
  const scale = (east - west) / (right - left);
  return ([x, y]) => [
    left + (x - west) / scale,
    (2 * Math.atan(Math.exp((top - (y - north) / scale) / DEGREES)) - Math.PI / 2) * DEGREES,
  ];
}

function mercator(latitude) {
  return Math.log(Math.tan(Math.PI / 4 + latitude / DEGREES / 2)) * DEGREES;
}

function ends(points, way) {
  const values = points.map((point) => point[way]);
  return [Math.min(...values), Math.max(...values)];
}

/** Shapes in units of the map: areas are true to each other, the parallels usual for China. */
function projected(shapes) {
  const onto = geoConicEqualArea().parallels([25, 47]).rotate([-105, 0]);
  const flat = shapes.map(([id, all]) => [id, all.map((ring) => ring.map((point) => onto(point)))]);
  const points = flat.flatMap(([, all]) => all.flat());
  const [[left, right], [top, bottom]] = [ends(points, 0), ends(points, 1)];
  const scale = WIDTH / (right - left);
  const moved = ([x, y]) => [(x - left) * scale, (y - top) * scale];
  return {
    height: Math.ceil((bottom - top) * scale),
    shapes: flat.map(([id, all]) => [id, all.map((ring) => ring.map(moved))]),
  };
}

/** Shapes with fewer points; of each place the largest ring stays, however small. */
function simplified({ height, shapes }) {
  const objects = Object.fromEntries(
    shapes.map(([id, all]) => {
      const closed = all.map((ring) => [[...ring, ring[0]]]);
      return [id, { type: "MultiPolygon", coordinates: closed }];
    }),
  );
  const weighed = presimplify(topology(objects));
  const simple = simplify(weighed, BEND);
  const kept = filter(simple, filterWeight(simple, ISLAND));
  const left = Object.keys(objects).map((id) => {
    const found = feature(kept, kept.objects[id]).geometry;
    const all = found?.type === "MultiPolygon" ? found.coordinates : [];
    return [id, all.length ? all.map(([ring]) => ring) : [largest(objects[id].coordinates.flat())]];
  });
  return { height, shapes: left };
}

/** Shapes as paths in whole units, each point told by the step to it. */
function written({ height, shapes }) {
  const places = shapes.map(([id, all]) => [id, all.map(path).join("")]);
  return { width: WIDTH, height, places: Object.fromEntries(places) };
}

function path(ring) {
  let [x, y] = [0, 0];
  const steps = ring.slice(0, -1).map((point) => {
    const [to, down] = point.map(Math.round);
    const step = [to - x, down - y];
    [x, y] = [to, down];
    return step;
  });
  const [[left, top], ...rest] = steps;
  const moves = rest.filter((step) => step.some(Boolean));
  return `M${left},${top}l${moves.map((step) => step.join()).join(" ")}z`.replace(/[ ,]-/g, "-");
}
