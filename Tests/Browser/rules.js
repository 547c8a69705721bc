// Rules of accessibility, each with what breaks it. An expression: its value is {rule: [violation]}.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const isShown = (element) => {
    if (element.closest("details:not([open]) > :not(summary)")) return false;
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== "hidden";
  };
  const name = (element) => `${element.tagName.toLowerCase()}${element.id ? "#" + element.id : ""} ${(element.textContent || "").trim().slice(0, 40)}`;
  const broken = (elements, isFit) => elements.filter((element) => !isFit(element)).map(name);
  const refers = (attribute) => (element) =>
    element.getAttribute(attribute).split(" ").every((id) => document.getElementById(id));

  const channels = (text) => {
    const found = text.match(/[\d.]+/g);
    return found ? found.map(Number) : [0, 0, 0, 0];
  };
  const luminance = ([r, g, b]) => {
    const part = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const ratio = (a, b) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };
  const ground = (element) => {
    for (let other = element; other; other = other.parentElement) {
      const color = channels(getComputedStyle(other).backgroundColor);
      if (color.length === 3 || color[3] > 0.99) return color;
    }
    return [255, 255, 255];
  };
  const texts = all("body *").filter((element) =>
    isShown(element) && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
  const ink = (element) =>
    channels(getComputedStyle(element)[element.closest("svg") && element.tagName !== "A" ? "fill" : "color"]);
  const headings = all("h1,h2,h3,h4,h5,h6").filter(isShown);
  const focusable = all("a[href],button,input,select,summary,[tabindex]:not([tabindex='-1'])").filter(isShown);

  return {
    "the language is named": ["en", "zh-Hans"].includes(document.documentElement.lang) ? [] : ["html"],
    "the document has a title": document.title.trim() ? [] : ["title"],
    "zooming is allowed": /user-scalable=no|maximum-scale/.test(document.querySelector("meta[name=viewport]")?.content) ? ["viewport"] : [],
    "there is one h1": all("h1").length === 1 ? [] : [`${all("h1").length}`],
    "headings skip no level": headings.filter((heading, index) =>
      index > 0 && Number(heading.tagName[1]) > Number(headings[index - 1].tagName[1]) + 1).map(name),
    "headings have text": broken(headings, (heading) => heading.textContent.trim()),
    "there is one main landmark": all("main").length === 1 ? [] : [`${all("main").length}`],
    "all content lies in landmarks": broken(
      [...document.body.children].filter((element) => element.tagName !== "SCRIPT"),
      (element) => element.matches("header,main,footer,nav,a.skip")),
    "sections are named": broken(all("section,nav,[role=region],[role=group]"),
      (element) => element.hasAttribute("aria-labelledby") || element.hasAttribute("aria-label")),
    "ids are unique": all("[id]").map((element) => element.id).filter((id, index, ids) => ids.indexOf(id) !== index),
    "references have their targets": [
      ...broken(all("[aria-labelledby]"), refers("aria-labelledby")),
      ...broken(all("[aria-describedby]"), refers("aria-describedby")),
      ...broken(all("a[href^='#']"), (link) => document.getElementById(link.getAttribute("href").slice(1)))],
    "aria-hidden holds nothing focusable": all("[aria-hidden=true] :is(a,button,input)").map(name),
    "pictures have a name and a description": broken(all("svg:not([aria-hidden])"), (svg) =>
      svg.getAttribute("role") === "img" && svg.querySelector("title")?.textContent.trim()
      && svg.querySelector("desc")?.textContent.trim() && svg.hasAttribute("aria-labelledby")),
    "pictures have their data": broken(all("figure"), (figure) => figure.querySelector("details table tbody tr")),
    "figures have captions": broken(all("figure"), (figure) => figure.querySelector("figcaption")),
    "tables have captions": broken(all("table"), (table) => table.caption?.textContent.trim()),
    "heads of tables have a scope": broken(all("th"), (head) => ["col", "row"].includes(head.scope)),
    "rows have as many cells as heads": broken(all("table"), (table) =>
      [...table.rows].every((row) => row.cells.length === table.rows[0].cells.length)),
    "lists hold only items": broken(all("ul,ol"), (list) => [...list.children].every((item) => item.tagName === "LI")),
    "definition lists hold terms and definitions": broken(all("dl"),
      (list) => [...list.children].every((item) => ["DT", "DD"].includes(item.tagName))),
    "buttons have names": broken(all("button"), (button) => button.textContent.trim() || button.ariaLabel),
    "links have names and targets": broken(all("a"), (link) => link.textContent.trim() && link.getAttribute("href")),
    "fields have labels": broken(all("input,select"), (field) => field.labels.length > 0),
    "what scrolls can be reached by keyboard": broken(
      all("*").filter((element) => isShown(element) && ["auto", "scroll"].includes(getComputedStyle(element).overflowX)
        && element.scrollWidth > element.clientWidth), (element) => element.tabIndex >= 0),
    "focus follows the order of the page": all("[tabindex]").filter((element) => element.tabIndex > 0).map(name),
    "the first focus skips to the content": all("a[href],button,input,summary,[tabindex='0']")[0]?.matches("a.skip[href='#main']") ? [] : ["skip link"],
    "text has a contrast of 4.5": texts.filter((element) => ratio(ink(element), ground(element)) < 4.5)
      .map((element) => `${ratio(ink(element), ground(element)).toFixed(2)} ${name(element)}`),
    "marks and lines have a contrast of 3": all("svg .mark, svg .target, svg .rate, svg .interval, svg .limit, svg .bar").filter((element) => {
      const style = getComputedStyle(element);
      const color = style.stroke === "none" ? style.fill : style.stroke;
      return isShown(element) && ratio(channels(color), ground(element)) < 3;
    }).map((element) => element.getAttribute("class")),
    "text is not smaller than 10 pixels": texts.filter((element) => {
      const svg = element.closest("svg");
      const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
      return parseFloat(getComputedStyle(element).fontSize) * scale < 10;
    }).map(name),
    "targets are 24 pixels high or more": broken(focusable.filter((element) => element.matches("button,input,summary,nav a")),
      (element) => element.getBoundingClientRect().height >= 23.5),
    "labels of a picture do not collide": all("svg[role=img]").filter(isShown).flatMap((svg) => {
      const boxes = all("text", svg).filter(isShown).map((text) => [text.getBoundingClientRect(), text.textContent]);
      return boxes.flatMap(([a, first], index) => boxes.slice(index + 1)
        .filter(([b]) => a.left < b.right - 1.5 && b.left < a.right - 1.5 && a.top < b.bottom - 3.5 && b.top < a.bottom - 3.5)
        .map(([, second]) => `${first} | ${second}`));
    }),
    "labels lie within their picture": all("svg[role=img]").filter(isShown).flatMap((svg) => {
      const frame = svg.getBoundingClientRect();
      return all("text", svg).filter(isShown).filter((text) => {
        const box = text.getBoundingClientRect();
        return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
      }).map(name);
    }),
    "language of parts is named": all("span[lang],text[lang],button[lang]")
      .filter((element) => !["en", "zh-Hans"].includes(element.getAttribute("lang"))).map(name),
  };
})()
