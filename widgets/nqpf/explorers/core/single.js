// An explorer as one widget, for notebooks that show a widget alone and no group of them: its
// controls are the browser's own, so that each has its name and its words; sentences come from
// Python, and the chart is drawn here.
//
// vl_convert puts Vega and vega-embed before these lines; see single.py.

async function render({ model, el }) {
  const plan = model.get("plan");
  el.replaceChildren(heading(plan));
  const fields = plan.controls.map((control) => field(control, () => told()));
  fields.forEach((one) => el.append(one.box));

  const chart = document.createElement("div");
  const said = document.createElement("div");
  said.setAttribute("aria-live", "polite");
  el.append(chart, said, leftOut(plan));

  const options = { actions: false, renderer: "svg" };
  const drawn = await vegaEmbed(chart, structuredClone(model.get("specification")), options);

  function told() {
    const setting = Object.fromEntries(fields.map((one) => [one.name, one.value()]));
    model.set("setting", setting);
    model.save_changes();
    draw(setting);
  }

  function draw(setting) {
    for (const control of plan.controls) drawn.view.signal(control.signal, setting[control.name]);
    return drawn.view.runAsync();
  }

  function moved() {
    const setting = model.get("setting");
    fields.forEach((one) => one.show(setting[one.name]));
    return draw(setting);
  }

  const says = () => {
    said.innerHTML = model.get("said");
  };
  model.on("change:setting", moved);
  model.on("change:said", says);
  says();
  await moved();
  return () => {
    model.off("change:setting", moved);
    model.off("change:said", says);
    drawn.finalize();
  };
}

function heading(plan) {
  const made = document.createElement("p");
  const title = document.createElement("strong");
  title.textContent = plan.title;
  made.append(title, document.createElement("br"), plan.question);
  return made;
}

function leftOut(plan) {
  const made = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = plan.summary;
  const list = document.createElement("ul");
  for (const item of plan.left_out) {
    list.append(Object.assign(document.createElement("li"), { textContent: item }));
  }
  made.append(summary, list);
  return made;
}

// A control as {name, box, value, show}: its stops are known by their words, so that no number is
// typed that the explorer has not.
function field(control, told) {
  const last = control.stops.length - 1;
  const nearest = (value) => {
    const gaps = control.stops.map((stop) => Math.abs(stop - value));
    return gaps.indexOf(Math.min(...gaps));
  };
  if (control.kind === "toggle") {
    const input = Object.assign(document.createElement("input"), { type: "checkbox" });
    input.addEventListener("change", told);
    return {
      name: control.name,
      box: labelled(control.label, input),
      value: () => Number(input.checked),
      show: (value) => (input.checked = Boolean(value)),
    };
  }
  if (control.kind === "range") {
    const input = Object.assign(document.createElement("input"), { type: "range" });
    Object.assign(input, { min: 0, max: last, step: 1 });
    const words = document.createElement("output");
    const show = (place) => {
      input.value = place;
      words.textContent = control.texts[place];
      input.setAttribute("aria-valuetext", control.texts[place]);
    };
    input.addEventListener("input", () => {
      show(Number(input.value));
      told();
    });
    return {
      name: control.name,
      box: labelled(control.label, input, words),
      value: () => control.stops[Number(input.value)],
      show: (value) => show(nearest(value)),
    };
  }
  const input = document.createElement("select");
  control.texts.forEach((text, place) => input.append(new Option(text, place)));
  input.addEventListener("change", told);
  return {
    name: control.name,
    box: labelled(control.label, input),
    value: () => control.stops[Number(input.value)],
    show: (value) => (input.value = nearest(value)),
  };
}

// The name is said twice: what lies in a label is part of it, and so would be a list's options.
function labelled(text, input, ...more) {
  const row = document.createElement("div");
  const label = document.createElement("label");
  input.setAttribute("aria-label", text);
  row.style.margin = "0.4em 0";
  label.append(`${text} `, input);
  row.append(label, " ", ...more);
  return row;
}

export default { render };
