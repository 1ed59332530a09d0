// Builds elements. Text always goes in as text: nothing that a service says can become markup.

/** h('a', {href: '/x', class: 'y', onclick: f}, 'text', child, [more]) */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'style') Object.entries(value).forEach(([k, v]) => element.style.setProperty(k, v));
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...children.flat(Infinity).filter(child => child !== undefined && child !== null && child !== false));
  return element;
}

/** Replaces what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(child => child !== undefined && child !== null && child !== false));
  return element;
}

/** A titled part of a page. */
export function section(title, ...children) {
  return h('section', {}, h('h2', {}, title), ...children);
}

/** A table; a row may be an array of cells. On a phone each row becomes a card, its cells labelled by the heads. */
export function table(heads, rows, {caption, cls = ''} = {}) {
  return h('table', {class: 'cards ' + cls},
    caption && h('caption', {class: 'aside'}, caption),
    h('thead', {}, h('tr', {}, heads.map(head => h('th', {scope: 'col', class: head.cls}, head.label ?? head)))),
    h('tbody', {}, rows.map(cells => h('tr', {}, cells.map((cell, i) =>
      h('td', {'data-label': heads[i].label ?? heads[i], class: heads[i].cls}, cell))))));
}
