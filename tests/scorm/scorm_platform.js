// A learning platform's side of SCORM 1.2, as strict as the standard allows: text alone, known
// elements, words and limits as they are written there. What it refuses stands in `refused`.

const DECIMAL = /^-?\d+(\.\d+)?$/;
const SCORE = (text) => DECIMAL.test(text) && Number(text) >= 0 && Number(text) <= 100;
const upTo = (most) => (text) => text.length <= most && /^[\x00-\x7e]*$/.test(text);
const inUnicode = (text) => text.length <= 255;
const fits = (pattern) => (text) => pattern.test(text);
const list = /^[a-z0-9](,[a-z0-9])*$/;

const READ = {
  "cmi.core._children": "student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time",
  "cmi.core.student_name": "Lovelace, Ada",
  "cmi.core.credit": "credit",
  "cmi.core.lesson_mode": "normal",
  "cmi.launch_data": "",
  "cmi.interactions._children": "id,objectives,time,type,correct_responses,weighting,student_response,result,latency",
};
const WRITTEN = {
  "cmi.core.lesson_location": upTo(255),
  "cmi.core.lesson_status": fits(/^(passed|completed|failed|incomplete|browsed)$/),
  "cmi.core.score.raw": SCORE,
  "cmi.core.score.min": SCORE,
  "cmi.core.score.max": SCORE,
  "cmi.core.exit": fits(/^(time-out|suspend|logout|)$/),
  "cmi.core.session_time": fits(/^\d{2,4}:\d\d:\d\d(\.\d{1,2})?$/),
  "cmi.suspend_data": upTo(4096),
};
const WRITE_ONLY = ["cmi.core.exit", "cmi.core.session_time"];
const RESPONSES = {
  "true-false": fits(/^[01tf]$/),
  choice: fits(list),
  "fill-in": inUnicode,
  matching: fits(/^[a-z0-9]\.[a-z0-9](,[a-z0-9]\.[a-z0-9])*$/),
  performance: inUnicode,
  sequencing: fits(list),
  numeric: fits(DECIMAL),
};
const INTERACTION = {
  id: fits(/^[\x21-\x7e]{1,255}$/),
  time: fits(/^\d\d:\d\d:\d\d(\.\d{1,2})?$/),
  type: (text) => text in RESPONSES,
  weighting: fits(DECIMAL),
  result: (text) => /^(correct|wrong|unanticipated|neutral)$/.test(text) || DECIMAL.test(text),
};

const student = new URLSearchParams(location.search).get("student");
const refused = [];
const calls = [];
let state = "closed";
let error = "0";
let record;

function answer(name, code, right = "true", wrong = "false") {
  error = code;
  if (code !== "0") refused.push(`${name}: ${code}`);
  return code === "0" ? right : wrong;
}

function send() {
  // Of two that are under way when a page is left, the later one may come first.
  record.sent = (record.sent ?? 0) + 1;
  const text = JSON.stringify(record);
  try {
    const request = new XMLHttpRequest();
    request.open("POST", `/record/${student}`, false);
    request.send(text);
  } catch {
    navigator.sendBeacon(`/record/${student}`, text); // a page that is being left may do no more
  }
}

function codeOf(element, value) {
  if (state !== "open") return "301";
  if (typeof element !== "string" || typeof value !== "string") return "201";
  if (element in READ || element === "cmi.interactions._count") return "403";
  if (element in WRITTEN) return WRITTEN[element](value) ? "0" : "405";
  const [, place, part] = /^cmi\.interactions\.(\d+)\.(\w+)$/.exec(element) ?? [];
  if (place === undefined) return "401";
  if (Number(place) > record.interactions.length) return "201";
  if (part === "student_response") {
    const { type } = record.interactions[place] ?? {};
    return RESPONSES[type]?.(value) ? "0" : "405";
  }
  return part in INTERACTION ? (INTERACTION[part](value) ? "0" : "405") : "401";
}

const API = {
  LMSInitialize(empty) {
    if (empty !== "" || state !== "closed") return answer("LMSInitialize", "101");
    const request = new XMLHttpRequest();
    request.open("GET", `/record/${student}`, false);
    request.send();
    record = JSON.parse(request.responseText);
    state = "open";
    return answer("LMSInitialize", "0");
  },
  LMSGetValue(element) {
    if (state !== "open") return answer(`get ${element}`, "301", "", "");
    if (WRITE_ONLY.includes(element)) return answer(`get ${element}`, "404", "", "");
    if (element === "cmi.interactions._count") return answer(element, "0", String(record.interactions.length));
    if (element === "cmi.core.student_id") return answer(element, "0", student);
    if (element === "cmi.core.entry") return answer(element, "0", record.entry);
    if (element in READ) return answer(element, "0", READ[element]);
    if (!(element in WRITTEN)) return answer(`get ${element}`, "401", "", "");
    const first = element === "cmi.core.lesson_status" ? "not attempted" : "";
    return answer(element, "0", record.values[element] ?? first);
  },
  LMSSetValue(element, value) {
    const code = window.outOfOrder ? "101" : codeOf(element, value);
    if (code === "0" && element in WRITTEN) record.values[element] = value;
    else if (code === "0") {
      const [, , place, part] = element.split(".");
      (record.interactions[place] ??= {})[part] = value;
    }
    calls.push(element);
    return answer(`set ${element} = ${String(value).slice(0, 60)}`, code);
  },
  LMSCommit(empty) {
    calls.push("LMSCommit");
    if (state !== "open" || empty !== "") return answer("LMSCommit", "301");
    if (window.outOfOrder) return answer("LMSCommit", "101");
    send();
    return answer("LMSCommit", "0");
  },
  LMSFinish(empty) {
    calls.push("LMSFinish");
    if (state !== "open" || empty !== "") return answer("LMSFinish", "301");
    record.finished = (record.finished ?? 0) + 1;
    const isKept = record.values["cmi.core.exit"] === "suspend";
    // A platform that takes the standard at its word forgets what was not suspended.
    if (!isKept) delete record.values["cmi.suspend_data"];
    record.entry = isKept ? "resume" : "";
    send();
    state = "closed for good";
    return answer("LMSFinish", "0");
  },
  LMSGetLastError: () => error,
  LMSGetErrorString: (code) => code,
  LMSGetDiagnostic: (code) => code,
};
window.API = API;
