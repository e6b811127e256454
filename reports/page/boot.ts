import { CHOSEN_INSTITUTION } from "../charts/chosenInstitution.ts";

/**
 * The page's own script. It replaces each drawing by a live one when it comes near the window; on any failure the drawing
 * stays. The institution chosen in the list or in a chart is marked in all charts that know of it. Folded parts are open
 * on paper. `ast` makes Vega interpret its expressions, which the content policy of the page asks for.
 */
export const BOOT = `"use strict";
(() => {
  const options = { mode: "vega-lite", renderer: "svg", actions: false, ast: true, defaultStyle: false };
  const linked = [];
  const list = document.getElementById("chosen");
  const says = document.getElementById("chosen-says");
  const mark = (view) => view.signal("${CHOSEN_INSTITUTION.name}", list.value).runAsync();
  const choose = (id) => {
    list.value = id;
    says.textContent = list.selectedOptions[0].dataset.says;
    linked.forEach(mark);
  };
  const link = (view) => {
    linked.push(view);
    mark(view);
    view.addEventListener("click", (event, item) => {
      const id = item?.datum?.id;
      if (id) choose(id === list.value ? "" : id);
    });
  };
  const enliven = (panel) => {
    const source = document.getElementById(panel.dataset.spec);
    const spec = JSON.parse(source.textContent);
    const live = document.createElement("div");
    live.ariaHidden = "true";
    vegaEmbed(live, spec, options).then(
      ({ view }) => {
        panel.replaceChildren(live);
        if (list && spec.params?.some(({ name }) => name === "${CHOSEN_INSTITUTION.name}")) link(view);
      },
      () => {},
    );
  };
  if (list) {
    list.addEventListener("change", () => choose(list.value));
    document.getElementById("chooser").hidden = false;
  }
  const panels = document.querySelectorAll("[data-spec]");
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) {
        watcher.unobserve(entry.target);
        enliven(entry.target);
      }
    }
  }, { rootMargin: "300px" });
  for (const panel of panels) {
    watcher.observe(panel);
  }
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const folded of opened) folded.open = true;
  });
  addEventListener("afterprint", () => {
    for (const folded of opened) folded.open = false;
  });
})();
`;
