/// What a page can do where scripts run: sort and filter tables, speak the other language, turn light or dark.
///
/// The page is complete without it; what needs it is hidden until it runs.
enum PageScript {
  /// The buttons, hidden until the script runs.
  static let controls = """
    <div class="controls" hidden>\
    <span class="group" role="group" aria-label="Language 语言">\
    <button type="button" data-language="zh-Hans" lang="zh-Hans">中文</button>\
    <button type="button" data-language="en" lang="en">English</button></span>\
    <span class="group" role="group" aria-label="Theme 主题">\
    <button type="button" data-theme="light"><span lang="en">Light</span><span lang="zh-Hans">浅色</span></button>\
    <button type="button" data-theme="dark"><span lang="en">Dark</span><span lang="zh-Hans">深色</span></button></span>\
    </div>

    """

  /// The script.
  static let script = #"""
    (() => {
      const root = document.documentElement;
      const all = (selector, within = document) => [...within.querySelectorAll(selector)];
      const said = (element) => {
        const copy = element.cloneNode(true);
        all("span[lang]", copy).forEach((span) => { if (span.lang !== root.lang) span.remove(); });
        return copy.textContent.trim();
      };
      const press = (name, value) =>
        all(`button[data-${name}]`).forEach((button) =>
          button.setAttribute("aria-pressed", String(button.dataset[name] === value)));

      const speak = (language) => {
        root.lang = language;
        press("language", language);
        document.title = said(document.querySelector("h1"));
        all("svg[aria-labelledby]").forEach((svg) => {
          const texts = (name) => svg.getAttribute(name).split(" ").map((id) => said(document.getElementById(id)));
          svg.querySelector("title").textContent = texts("aria-labelledby").join(" ");
          svg.querySelector("desc").textContent = texts("aria-describedby").join(" ");
        });
      };
      all("button[data-language]").forEach((button) =>
        button.addEventListener("click", () => speak(button.dataset.language)));

      const dress = (theme) => { root.dataset.theme = theme; press("theme", theme); };
      all("button[data-theme]").forEach((button) =>
        button.addEventListener("click", () => dress(button.dataset.theme)));

      const number = (text) => {
        const found = text.replace(/,/g, "").replace(/−/g, "-").match(/-?\d+(\.\d+)?/);
        return found ? Number(found[0]) : NaN;
      };
      const sort = (table, column, head) => {
        const descends = head.getAttribute("aria-sort") === "ascending";
        all("thead th", table).forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", descends ? "descending" : "ascending");
        const isNumber = head.classList.contains("n");
        const body = table.tBodies[0];
        const rows = [...body.rows].map((row) => {
          const text = said(row.cells[column]);
          return { row, text, value: number(text) };
        });
        const sign = descends ? -1 : 1;
        rows.sort((a, b) => {
          if (!isNumber) return sign * a.text.localeCompare(b.text, root.lang);
          if (isNaN(a.value) || isNaN(b.value)) return isNaN(a.value) - isNaN(b.value);
          return sign * (a.value - b.value);
        });
        body.append(...rows.map((entry) => entry.row));
      };
      all("table.interactive").forEach((table) =>
        all("thead th", table).forEach((head, column) => {
          const button = document.createElement("button");
          button.type = "button";
          button.append(...head.childNodes);
          head.append(button);
          button.addEventListener("click", () => sort(table, column, head));
        }));

      all(".filter").forEach((filter) => {
        const input = filter.querySelector("input");
        const rows = [...document.getElementById(input.dataset.table).tBodies[0].rows];
        const show = () => {
          const wanted = input.value.trim().toLowerCase();
          const shown = rows.filter((row) => !(row.hidden = !said(row).toLowerCase().includes(wanted)));
          filter.querySelector("output").textContent = wanted ? `${shown.length}/${rows.length}` : "";
        };
        input.addEventListener("input", show);
        filter.hidden = false;
      });
      document.querySelector(".controls").hidden = false;
      speak(root.lang);
      press("theme", "");
    })();
    """#
}
