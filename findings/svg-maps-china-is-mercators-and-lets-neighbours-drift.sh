#!/usr/bin/env bash
# @svg-maps/china: outlines for maps of figures are Mercator's, and neighbours have borders of their own.
#
# @svg-maps/china 2.0.0 beside world-atlas 2.0.2 (Natural Earth), topojson-server 3.0.1, d3-geo 3.1.1.
# Guess: a map made for shading provinces keeps areas, or says its projection; and provinces cut from
# one drawing meet in the same points. Seen: it names none and is Mercator's, within 3 of its 569 units
# of height, so the north is too large: the mainland is drawn 387 times as large as Hainan and is 275
# times. Of the 344 points of Henan, which has no coast, 84 are no neighbour's at the two decimals in
# which the file is written, and all 344 if steps are added up and not rounded: TopoJSON then finds 3
# shared arcs, and the two sides of a border are simplified apart. On a grid of half a unit 333 of 339
# points are shared, and 448 arcs.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
  @svg-maps/china@2.0.0 world-atlas@2.0.2 topojson-client@3.1.0 topojson-server@3.0.1 d3-geo@3.1.1
cat > try.mjs <<'SCRIPT'
import china from "@svg-maps/china";
import { geoArea } from "d3-geo";
import { readFileSync } from "node:fs";
import { feature } from "topojson-client";
import { topology } from "topojson-server";

const rings = (path) => {
  let start = [0, 0];
  return path.match(/m[^m]*/g).map((part) => {
    const steps = part.match(/-?[\d.]+/g).map(Number);
    let [x, y] = start;
    const ring = [];
    for (let at = 0; at < steps.length; at += 2) {
      [x, y] = [x + steps[at], y + steps[at + 1]];
      if (!at) start = [x, y];
      ring.push([x, y]);
    }
    return ring;
  });
};
const places = china.locations.map(({ id, path }) => [id, rings(path)]);
const near = (seen, expected, off, what) => {
  console.log(what, seen);
  if (Math.abs(seen - expected) > off) throw new Error(`${what} was ${expected}`);
};

const flat = (ring) =>
  Math.abs(ring.reduce((sum, [x, y], at) => {
    const [a, b] = ring[(at + 1) % ring.length];
    return sum + (x * b - a * y) / 2;
  }, 0));
const world = JSON.parse(readFileSync("node_modules/world-atlas/countries-10m.json"));
const { features } = feature(world, world.objects.countries);
const parts = features.find(({ id }) => id === "156").geometry.coordinates;
const globe = parts.map((coordinates) => [geoArea({ type: "Polygon", coordinates }), coordinates[0]]);
globe.sort(([one], [other]) => other - one);
const drawn = (id) => places.filter(([one]) => one === id).flatMap(([, all]) => all.map(flat));
const others = places.filter(([id]) => id !== "hainan").map(([id]) => drawn(id));
const sum = (values) => values.flat().reduce((all, value) => all + value, 0);
near(sum(others) / sum(drawn("hainan")), 387, 2, "mainland over Hainan, as drawn:");
near(globe[0][0] / globe[1][0], 275, 1, "mainland over Hainan, on the globe:");

const ends = (points, way) => {
  const values = points.map((point) => point[way]);
  return [Math.min(...values), Math.max(...values)];
};
const mercator = (degrees) => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) * (180 / Math.PI);
const sheet = places.flatMap(([, all]) => all.flat());
const [west, east] = ends(globe[0][1], 0);
const scale = (ends(sheet, 0)[1] - ends(sheet, 0)[0]) / (east - west);
const [south, north] = [ends(globe[1][1], 1)[0], ends(globe[0][1], 1)[1]];
const high = ends(sheet, 1)[1] - ends(sheet, 1)[0];
near(high - (mercator(north) - mercator(south)) * scale, -2.8, 0.2, "units by which Mercator misses the height:");

for (const [what, grid, henan, arcs] of [["as added up", 0, 0, 3], ["0.01", 0.01, 260, 73], ["0.5", 0.5, 333, 448]]) {
  const on = ([x, y]) => (grid ? [x, y].map((value) => Math.round(value / grid)) : [x, y]);
  const owners = new Map();
  const objects = {};
  for (const [id, all] of places) {
    const snapped = all.map((ring) => ring.map(on));
    objects[id] = { type: "MultiPolygon", coordinates: snapped.map((ring) => [[...ring, ring[0]]]) };
    for (const point of snapped.flat()) {
      const key = point.join();
      owners.set(key, (owners.get(key) ?? new Set()).add(id));
    }
  }
  const mine = [...owners.values()].filter((all) => all.has("henan"));
  near(mine.filter((all) => all.size > 1).length, henan, 0, `on a grid of ${what}, of ${mine.length} points of Henan shared:`);
  const { objects: built } = topology(objects);
  const times = new Map();
  const count = (arc) => (Array.isArray(arc) ? arc.forEach(count) : times.set(arc < 0 ? ~arc : arc, (times.get(arc < 0 ? ~arc : arc) ?? 0) + 1));
  Object.values(built).forEach((one) => count(one.arcs));
  near([...times.values()].filter((n) => n > 1).length, arcs, 0, `on a grid of ${what}, arcs shared:`);
}
SCRIPT
node try.mjs
